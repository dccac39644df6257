using Infra.Model.Servings;
using Pulumi;

namespace Infra.Resources.Observability;

/// <summary>The arguments of a <see cref="ServingObservability"/>.</summary>
public sealed class ServingObservabilityArgs : ResourceArgs
{
    /// <summary>What is watched, and how. Required; it decides which resources exist and so cannot wait for an output.</summary>
    public required Serving Serving { get; init; }

    /// <summary>The id of the project that has the cluster, and gets dashboard and alerts. Default: none, and with it neither.</summary>
    [Input("project")]
    public Input<string>? Project { get; init; }

    /// <summary>The cluster's region or zone. Default: none, and with it neither dashboard nor alerts.</summary>
    [Input("location")]
    public Input<string>? Location { get; init; }

    /// <summary>The cluster's name. Default: none, and with it neither dashboard nor alerts.</summary>
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

    /// <summary>The cluster, where what is inside it goes with it. Default: none.</summary>
    public Resource? DeletedWith { get; init; }
}
