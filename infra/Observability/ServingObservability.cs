using Infra.JetStream;
using Infra.Settings.Servings;
using Pulumi;
using Pulumi.Gcp.Monitoring;
using Pulumi.Gcp.Monitoring.Inputs;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Observability;

/// <summary>What watches a serving: the collection of its metrics inside the cluster, and a dashboard and alerts in Google Cloud.</summary>
public sealed class ServingObservability : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:ServingObservability";

    /// <summary>Often enough for alerts of minutes; what is collected is billed by the sample.</summary>
    private const string Interval = "30s";

    private readonly string _name;
    private readonly ServingObservabilityArgs _args;

    /// <summary>Declares what the serving's settings ask for.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="args">The serving and its cluster.</param>
    /// <param name="options">The component's options, with a provider for Kubernetes and, for dashboard and alerts, one for Google Cloud.</param>
    public ServingObservability(string name, ServingObservabilityArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        (_name, _args) = (name, args);
        var monitoring = args.Serving.Monitoring;
        if (monitoring.PodMonitoring)
        {
            DeclareCollection();
        }

        if (args is { Project: { } project, Location: { } location, Cluster: { } cluster })
        {
            var ask = Output
                .Tuple(project, location, cluster)
                .Apply(at => new ServingQueries(new(at.Item1, at.Item2, at.Item3, args.Serving)));
            if (monitoring.Dashboard)
            {
                DeclareDashboard(project, ask);
            }

            foreach (var alert in monitoring.Alerts ? new ServingAlerts(args.Serving).All : [])
            {
                DeclareAlert(alert, project, ask);
            }
        }

        RegisterOutputs();
    }

    private void DeclareCollection()
    {
        var metadata = new ObjectMetaArgs { Name = _args.Serving.Name };
        if (_args.Serving.Namespace is not null)
        {
            metadata.Namespace = _args.Serving.Namespace;
        }

        _ = new PodMonitoring(
            _name,
            new PodMonitoringArgs
            {
                Metadata = metadata,
                Spec = new PodMonitoringSpecArgs
                {
                    Selector = new LabelSelectorArgs { MatchLabels = ServingPods.LeaderLabels(_args.Serving) },
                    Endpoints =
                    {
                        new ScrapeEndpointArgs { Port = Port.Metrics, Interval = Interval },
                    },
                },
            },
            new() { Parent = this, DeletedWith = _args.DeletedWith }
        );
    }

    private void DeclareDashboard(Input<string> project, Output<ServingQueries> ask) =>
        _ = new Dashboard(
            _name,
            new DashboardArgs
            {
                Project = project,
                DashboardJson = ask.Apply(known => ServingDashboard.Of(known).ToJson()),
            },
            new() { Parent = this }
        );

    private void DeclareAlert(Alert alert, Input<string> project, Output<ServingQueries> ask)
    {
        var policy = new AlertPolicyArgs
        {
            Project = project,
            DisplayName = ask.Apply(known => $"{_args.Serving.Name} in {known.Scope.Cluster}: {alert.Title}"),
            Severity = alert.Severity,
            Combiner = "OR",
            Documentation = new AlertPolicyDocumentationArgs
            {
                Content = alert.Documentation,
                MimeType = "text/markdown",
            },
            AlertStrategy = new AlertPolicyAlertStrategyArgs { AutoClose = "3600s" },
            UserLabels = _args.Labels,
        };
        foreach (var condition in alert.Conditions)
        {
            policy.Conditions.Add(Condition(condition, ask));
        }

        foreach (var channel in _args.Serving.Monitoring.NotificationChannels)
        {
            policy.NotificationChannels.Add(channel);
        }

        _ = new AlertPolicy($"{_name}-{alert.Key}", policy, new() { Parent = this });
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
                EvaluationInterval = "60s",
                DisableMetricValidation = true,
            },
        };
}
