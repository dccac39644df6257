using Infra.Model.Servings;
using Infra.Resources.Servings;
using Pulumi;
using Pulumi.Gcp.Monitoring;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Resources.Observability;

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
        if (args.Serving.Monitoring.CollectsMetrics)
        {
            DeclareCollection();
        }

        if (args is { Project: { } project, Location: { } location, Cluster: { } cluster })
        {
            var ask = Output
                .Tuple(project, location, cluster)
                .Apply(at => new ServingQueries(new(at.Item1, at.Item2, at.Item3, args.Serving)));
            if (args.Serving.HasDashboard)
            {
                DeclareDashboard(project, ask);
            }

            foreach (var alert in args.Serving.HasAlerts ? new ServingAlerts(args.Serving).All : [])
            {
                AlertPolicies.Declare(name, alert, args, ask, new() { Parent = this });
            }
        }

        RegisterOutputs();
    }

    private void DeclareCollection() =>
        _ = new PodMonitoring(
            _name,
            new PodMonitoringArgs
            {
                Metadata = ObjectMetadata.Of(_args.Serving, _args.Serving.Name),
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

    private void DeclareDashboard(Input<string> project, Output<ServingQueries> ask) =>
        _ = new Dashboard(
            _name,
            new DashboardArgs { Project = project, DashboardJson = ask.Apply(known => ServingDashboard.Create(known)) },
            new() { Parent = this }
        );
}
