using Pulumi;
using Pulumi.Gcp.Monitoring;
using Pulumi.Gcp.Monitoring.Inputs;

namespace Infra.Resources.Observability;

/// <summary>Creates alert policies in Cloud Monitoring.</summary>
internal static class AlertPolicies
{
    private const string Interval = "60s";

    /// <summary>Queries return no series while all is well, so an incident closes soon after its data ends.</summary>
    private const string AutoClose = "3600s";

    /// <summary>Creates an alert.</summary>
    /// <param name="name">The prefix of the resource's name.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="args">The serving and its cluster.</param>
    /// <param name="queries">The queries.</param>
    /// <param name="options">The resource's options.</param>
    public static AlertPolicy Create(
        string name,
        Alert alert,
        ServingObservabilityArgs args,
        Output<ServingQueries> queries,
        CustomResourceOptions options
    )
    {
        var policy = new AlertPolicyArgs
        {
            Project = args.Project!,
            DisplayName = queries.Apply(known => $"{args.Serving.Name} in {known.Scope.Cluster}: {alert.Title}"),
            Severity = alert.Severity,
            Combiner = "OR",
            Documentation = new AlertPolicyDocumentationArgs
            {
                Content = alert.Documentation,
                MimeType = "text/markdown",
            },
            AlertStrategy = new AlertPolicyAlertStrategyArgs { AutoClose = AutoClose },
            UserLabels = args.Labels,
        };
        foreach (var condition in alert.Conditions)
        {
            policy.Conditions.Add(Condition(condition, queries));
        }

        foreach (var channel in args.Serving.Monitoring.NotificationChannels)
        {
            policy.NotificationChannels.Add(channel.Text);
        }

        return new($"{name}-{alert.Key}", policy, options);
    }

    /// <summary>Metric validation is disabled: a serving's metrics exist only after it has run.</summary>
    private static AlertPolicyConditionArgs Condition(AlertCondition condition, Output<ServingQueries> queries) =>
        new()
        {
            DisplayName = condition.Title,
            ConditionPrometheusQueryLanguage = new AlertPolicyConditionConditionPrometheusQueryLanguageArgs
            {
                Query = queries.Apply(condition.Query),
                Duration = condition.Duration,
                EvaluationInterval = Interval,
                DisableMetricValidation = true,
            },
        };
}
