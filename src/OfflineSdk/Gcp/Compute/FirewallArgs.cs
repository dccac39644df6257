using Pulumi.Gcp.Compute.Inputs;

namespace Pulumi.Gcp.Compute;

public sealed class FirewallArgs : ResourceArgs
{
    [field: Input("allows")]
    public InputList<FirewallAllowArgs> Allows
    {
        get => field ??= [];
        set;
    }

    [field: Input("denies")]
    public InputList<FirewallDenyArgs> Denies
    {
        get => field ??= [];
        set;
    }

    [Input("description")]
    public Input<string>? Description { get; set; }

    [field: Input("destinationRanges")]
    public InputList<string> DestinationRanges
    {
        get => field ??= [];
        set;
    }

    [Input("direction")]
    public Input<string>? Direction { get; set; }

    [Input("disabled")]
    public Input<bool>? Disabled { get; set; }

    [Input("logConfig")]
    public Input<FirewallLogConfigArgs>? LogConfig { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("network", required: true)]
    public Input<string> Network { get; set; } = null!;

    [Input("priority")]
    public Input<int>? Priority { get; set; }

    [Input("project")]
    public Input<string>? Project { get; set; }

    [field: Input("sourceRanges")]
    public InputList<string> SourceRanges
    {
        get => field ??= [];
        set;
    }

    [field: Input("sourceServiceAccounts")]
    public InputList<string> SourceServiceAccounts
    {
        get => field ??= [];
        set;
    }

    [field: Input("sourceTags")]
    public InputList<string> SourceTags
    {
        get => field ??= [];
        set;
    }

    [field: Input("targetServiceAccounts")]
    public InputList<string> TargetServiceAccounts
    {
        get => field ??= [];
        set;
    }

    [field: Input("targetTags")]
    public InputList<string> TargetTags
    {
        get => field ??= [];
        set;
    }
}
