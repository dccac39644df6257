namespace Pulumi.Gcp.Monitoring.Inputs;

public sealed class AlertPolicyConditionArgs : ResourceArgs
{
    [Input("conditionPrometheusQueryLanguage")]
    public Input<AlertPolicyConditionConditionPrometheusQueryLanguageArgs>? ConditionPrometheusQueryLanguage { get; set; }

    [Input("displayName", required: true)]
    public Input<string> DisplayName { get; set; } = null!;

    [Input("name")]
    public Input<string>? Name { get; set; }
}
