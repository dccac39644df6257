namespace Pulumi.Gcp.Monitoring.Inputs;

public sealed class AlertPolicyConditionConditionPrometheusQueryLanguageArgs : ResourceArgs
{
    [Input("alertRule")]
    public Input<string>? AlertRule { get; set; }

    [Input("disableMetricValidation")]
    public Input<bool>? DisableMetricValidation { get; set; }

    [Input("duration")]
    public Input<string>? Duration { get; set; }

    [Input("evaluationInterval")]
    public Input<string>? EvaluationInterval { get; set; }

    [field: Input("labels")]
    public InputMap<string> Labels
    {
        get => field ??= [];
        set;
    }

    [Input("query", required: true)]
    public Input<string> Query { get; set; } = null!;

    [Input("ruleGroup")]
    public Input<string>? RuleGroup { get; set; }
}
