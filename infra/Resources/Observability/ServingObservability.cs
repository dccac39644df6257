using Infra.Model.Servings;
using Infra.Resources.Servings;
using Pulumi;
using Pulumi.Gcp.Monitoring;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Resources.Observability;

/// <summary>The monitoring of a serving: collection of its metrics in the cluster, a dashboard and alerts in Google Cloud.</summary>
public sealed class ServingObservability : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:ServingObservability";

    /// <summary>Short enough for alerts within minutes; collected samples are billed.</summary>
    private const string Interval = "30s";

    private readonly string _name;
    private readonly ServingObservabilityArgs _args;

    /// <summary>Creates the monitoring that the serving's settings enable.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="args">The serving and its cluster.</param>
    /// <param name="options">The component's options, with a provider for Kubernetes and, for dashboard and alerts, one for Google Cloud.</param>
    public ServingObservability(string name, ServingObservabilityArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        (_name, _args) = (name, args);
        if (args.Serving.Monitoring.CollectsMetrics)
        {
            CreateCollection();
        }

        if (args is { Project: { } project, Location: { } location, Cluster: { } cluster })
        {
            var queries = Output
                .Tuple(project, location, cluster)
                .Apply(at => new ServingQueries(new(at.Item1, at.Item2, at.Item3, args.Serving)));
            if (args.Serving.HasDashboard)
            {
                CreateDashboard(project, queries);
            }

            foreach (var alert in args.Serving.HasAlerts ? new ServingAlerts(args.Serving).All : [])
            {
                AlertPolicies.Create(name, alert, args, queries, new() { Parent = this });
            }
        }

        RegisterOutputs();
    }

    private void CreateCollection() =>
        _ = new PodMonitoring(
            _name,
            new PodMonitoringArgs
            {
                Metadata = ObjectMetadata.Create(_args.Serving, _args.Serving.Name),
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

    private void CreateDashboard(Input<string> project, Output<ServingQueries> queries) =>
        _ = new Dashboard(
            _name,
            new DashboardArgs { Project = project, DashboardJson = queries.Apply(ServingDashboard.CreateJson) },
            new() { Parent = this }
        );
}
