using Infra.Model.Servings;
using Pulumi;

namespace Infra.Resources.Observability;

/// <summary>The arguments of a <see cref="ServingObservability"/>.</summary>
public sealed class ServingObservabilityArgs : ResourceArgs
{
    /// <summary>The serving. Required; it determines which resources exist and therefore cannot be an output.</summary>
    public required Serving Serving { get; init; }

    /// <summary>The ID of the cluster's project, which holds dashboard and alerts. Default: none, without dashboard and alerts.</summary>
    [Input("project")]
    public Input<string>? Project { get; init; }

    /// <summary>The cluster's region or zone. Default: none, without dashboard and alerts.</summary>
    [Input("location")]
    public Input<string>? Location { get; init; }

    /// <summary>The cluster's name. Default: none, without dashboard and alerts.</summary>
    [Input("cluster")]
    public Input<string>? Cluster { get; init; }

    [Input("labels")]
    private InputMap<string>? _labels;

    /// <summary>Labels of the alerts. Default: none.</summary>
    public InputMap<string> Labels
    {
        get => _labels ??= [];
        set => _labels = value;
    }

    /// <summary>The cluster whose deletion deletes the objects in it. Default: none.</summary>
    public Resource? DeletedWith { get; init; }
}
