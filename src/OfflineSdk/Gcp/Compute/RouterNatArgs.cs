using Pulumi.Gcp.Compute.Inputs;

namespace Pulumi.Gcp.Compute;

public sealed class RouterNatArgs : ResourceArgs
{
    [Input("enableDynamicPortAllocation")]
    public Input<bool>? EnableDynamicPortAllocation { get; set; }

    [Input("enableEndpointIndependentMapping")]
    public Input<bool>? EnableEndpointIndependentMapping { get; set; }

    [field: Input("endpointTypes")]
    public InputList<string> EndpointTypes
    {
        get => field ??= [];
        set;
    }

    [Input("logConfig")]
    public Input<RouterNatLogConfigArgs>? LogConfig { get; set; }

    [Input("maxPortsPerVm")]
    public Input<int>? MaxPortsPerVm { get; set; }

    [Input("minPortsPerVm")]
    public Input<int>? MinPortsPerVm { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("natIpAllocateOption")]
    public Input<string>? NatIpAllocateOption { get; set; }

    [field: Input("natIps")]
    public InputList<string> NatIps
    {
        get => field ??= [];
        set;
    }

    [Input("project")]
    public Input<string>? Project { get; set; }

    [Input("region")]
    public Input<string>? Region { get; set; }

    [Input("router", required: true)]
    public Input<string> Router { get; set; } = null!;

    [Input("sourceSubnetworkIpRangesToNat", required: true)]
    public Input<string> SourceSubnetworkIpRangesToNat { get; set; } = null!;

    [field: Input("subnetworks")]
    public InputList<RouterNatSubnetworkArgs> Subnetworks
    {
        get => field ??= [];
        set;
    }
}
