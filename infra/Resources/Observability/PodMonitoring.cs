using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Resources.Observability;

/// <summary>Makes Google Cloud's Managed Service for Prometheus collect the metrics of pods in one namespace.</summary>
/// <remarks>
/// API <c>monitoring.googleapis.com/v1</c>, which GKE serves where managed collection is enabled. The series carry this object's name as the
/// label <c>job</c>. Source: pkg/operator/apis/monitoring/v1 of GoogleCloudPlatform/prometheus-engine.
/// </remarks>
public sealed class PodMonitoring : Pulumi.Kubernetes.ApiExtensions.CustomResource
{
    /// <summary>Creates a PodMonitoring.</summary>
    public PodMonitoring(string name, PodMonitoringArgs args, CustomResourceOptions? options = null)
        : base(name, args, options) { }
}

/// <summary>The arguments of a <see cref="PodMonitoring"/>.</summary>
public sealed class PodMonitoringArgs : CustomResourceArgs
{
    /// <summary>Creates arguments with API version and kind set.</summary>
    public PodMonitoringArgs()
        : base("monitoring.googleapis.com/v1", "PodMonitoring") { }

    /// <summary>What to collect. Required.</summary>
    [Input("spec")]
    public Input<PodMonitoringSpecArgs>? Spec { get; set; }
}

/// <summary>What a <see cref="PodMonitoring"/> collects.</summary>
public sealed class PodMonitoringSpecArgs : ResourceArgs
{
    /// <summary>The pods. Required.</summary>
    [Input("selector", required: true)]
    public Input<LabelSelectorArgs> Selector { get; set; } = null!;

    [Input("endpoints", required: true)]
    private InputList<ScrapeEndpointArgs>? _endpoints;

    /// <summary>The endpoints to scrape; one to ten. Required.</summary>
    public InputList<ScrapeEndpointArgs> Endpoints
    {
        get => _endpoints ??= [];
        set => _endpoints = value;
    }
}

/// <summary>An endpoint to scrape.</summary>
public sealed class ScrapeEndpointArgs : ResourceArgs
{
    /// <summary>The name of the port in the pod, which adds the container to the labels. Required.</summary>
    [Input("port", required: true)]
    public Input<string> Port { get; set; } = null!;

    /// <summary>The scrape interval in the notation of Prometheus, such as <c>30s</c>. Required.</summary>
    [Input("interval", required: true)]
    public Input<string> Interval { get; set; } = null!;
}
