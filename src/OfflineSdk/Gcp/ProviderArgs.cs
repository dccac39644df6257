namespace Pulumi.Gcp;

public sealed class ProviderArgs : ResourceArgs
{
    [Input("addPulumiAttributionLabel", json: true)]
    public Input<bool>? AddPulumiAttributionLabel { get; set; }

    [Input("billingProject")]
    public Input<string>? BillingProject { get; set; }

    [field: Input("defaultLabels", json: true)]
    public InputMap<string> DefaultLabels
    {
        get => field ??= [];
        set;
    }

    [Input("impersonateServiceAccount")]
    public Input<string>? ImpersonateServiceAccount { get; set; }

    [Input("project")]
    public Input<string>? Project { get; set; }

    [Input("region")]
    public Input<string>? Region { get; set; }

    [Input("userProjectOverride", json: true)]
    public Input<bool>? UserProjectOverride { get; set; }

    [Input("zone")]
    public Input<string>? Zone { get; set; }
}
