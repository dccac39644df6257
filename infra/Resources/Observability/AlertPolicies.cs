using Pulumi;
using Pulumi.Gcp.Monitoring;
using Pulumi.Gcp.Monitoring.Inputs;

namespace Infra.Resources.Observability;

/// <summary>Alerts as resources of Cloud Monitoring.</summary>
internal static class AlertPolicies
{
    private const string Interval = "60s";

    /// <summary>What is asked for while nothing is the matter has no answer, so an incident is over soon after its data end.</summary>
    private const string AutoClose = "3600s";

    /// <summary>Declares an alert.</summary>
    /// <param name="name">What the resource's name begins with.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="args">The serving and its cluster.</param>
    /// <param name="ask">The queries.</param>
    /// <param name="options">The resource's options.</param>
    public static AlertPolicy Declare(
        string name,
        Alert alert,
        ServingObservabilityArgs args,
        Output<ServingQueries> ask,
        CustomResourceOptions options
    )
    {
        var policy = new AlertPolicyArgs
        {
            Project = args.Project!,
            DisplayName = ask.Apply(known => $"{args.Serving.Name} in {known.Scope.Cluster}: {alert.Title}"),
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
            policy.Conditions.Add(Condition(condition, ask));
        }

        foreach (var channel in args.Serving.Monitoring.NotificationChannels)
        {
            policy.NotificationChannels.Add(channel.Text);
        }

        return new($"{name}-{alert.Key}", policy, options);
    }

    /// <summary>A metric has to exist to be asked for, unless told otherwise; those of a serving exist once it has run.</summary>
    private static AlertPolicyConditionArgs Condition(AlertCondition condition, Output<ServingQueries> ask) =>
        new()
        {
            DisplayName = condition.Title,
            ConditionPrometheusQueryLanguage = new AlertPolicyConditionConditionPrometheusQueryLanguageArgs
            {
                Query = ask.Apply(condition.Query),
                Duration = condition.Duration,
                EvaluationInterval = Interval,
                DisableMetricValidation = true,
            },
        };
}
