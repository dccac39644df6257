namespace Pulumi.Gcp.Compute;

public sealed class NetworkArgs : ResourceArgs
{
    [Input("autoCreateSubnetworks")]
    public Input<bool>? AutoCreateSubnetworks { get; set; }

    [Input("deleteDefaultRoutesOnCreate")]
    public Input<bool>? DeleteDefaultRoutesOnCreate { get; set; }

    [Input("description")]
    public Input<string>? Description { get; set; }

    [Input("mtu")]
    public Input<int>? Mtu { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("networkProfile")]
    public Input<string>? NetworkProfile { get; set; }

    [Input("project")]
    public Input<string>? Project { get; set; }

    [Input("routingMode")]
    public Input<string>? RoutingMode { get; set; }
}
