using Pulumi.Gcp.Monitoring.Inputs;

namespace Pulumi.Gcp.Monitoring;

public sealed class AlertPolicyArgs : ResourceArgs
{
    [Input("alertStrategy")]
    public Input<AlertPolicyAlertStrategyArgs>? AlertStrategy { get; set; }

    [Input("combiner", required: true)]
    public Input<string> Combiner { get; set; } = null!;

    [field: Input("conditions", required: true)]
    public InputList<AlertPolicyConditionArgs> Conditions
    {
        get => field ??= [];
        set;
    }

    [Input("deletionPolicy")]
    public Input<string>? DeletionPolicy { get; set; }

    [Input("displayName", required: true)]
    public Input<string> DisplayName { get; set; } = null!;

    [Input("documentation")]
    public Input<AlertPolicyDocumentationArgs>? Documentation { get; set; }

    [Input("enabled")]
    public Input<bool>? Enabled { get; set; }

    [field: Input("notificationChannels")]
    public InputList<string> NotificationChannels
    {
        get => field ??= [];
        set;
    }

    [Input("project")]
    public Input<string>? Project { get; set; }

    [Input("severity")]
    public Input<string>? Severity { get; set; }

    [field: Input("userLabels")]
    public InputMap<string> UserLabels
    {
        get => field ??= [];
        set;
    }
}
