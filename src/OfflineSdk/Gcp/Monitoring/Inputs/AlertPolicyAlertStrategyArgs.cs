namespace Pulumi.Gcp.Monitoring.Inputs;

public sealed class AlertPolicyAlertStrategyArgs : ResourceArgs
{
    [Input("autoClose")]
    public Input<string>? AutoClose { get; set; }

    [field: Input("notificationPrompts")]
    public InputList<string> NotificationPrompts
    {
        get => field ??= [];
        set;
    }
}
