using Infra.Model.Servings;
using Infra.Model.Tpu;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Resources.Servings;

/// <summary>The two kinds of pods of a serving.</summary>
internal sealed class ServingPods
{
    private readonly Serving _serving;
    private readonly PathwaysContainers _pathways;
    private readonly ModelContainers _model;

    /// <summary>Pods whose Pathways containers keep temporary data in <paramref name="scratch"/>.</summary>
    public ServingPods(Serving serving, Input<string> scratch)
    {
        var parts = new ContainerParts(serving);
        _serving = serving;
        _pathways = new(parts, serving, scratch);
        _model = new(parts, serving);
    }

    /// <summary>The revision that leaders are labelled with, so that the pods of another one can be told from them. Default: no label.</summary>
    public string? Revision { get; init; }

    /// <summary>The labels by which a Service finds leaders, and leaders only.</summary>
    /// <param name="serving">The serving.</param>
    /// <param name="revision">The revision to find alone; null for any.</param>
    public static InputMap<string> LeaderLabels(Serving serving, string? revision = null)
    {
        var labels = new InputMap<string> { ["app"] = serving.Name };
        if (revision is not null)
        {
            labels.Add(ServingRevision.Label, revision);
        }

        return labels;
    }

    /// <summary>The leader: proxy, resource manager, model server and HTTP front.</summary>
    /// <remarks>It asks for no chips, so GKE does not add the toleration that lets it onto their hosts.</remarks>
    public PodTemplateSpecArgs Leader() =>
        new()
        {
            Metadata = new ObjectMetaArgs { Labels = LeaderLabels(_serving, Revision) },
            Spec = Pod(
                tolerateTpu: true,
                _pathways.Proxy(),
                _pathways.ResourceManager(),
                _model.Server(),
                _model.Http()
            ),
        };

    /// <summary>A worker, which takes all chips of its host.</summary>
    public PodTemplateSpecArgs Worker() => new() { Spec = Pod(_serving.WorkerToleration, _pathways.Worker()) };

    private PodSpecArgs Pod(bool tolerateTpu, params ContainerArgs[] containers)
    {
        var pod = new PodSpecArgs { Containers = containers };
        foreach (var (label, value) in _serving.NodeLabels)
        {
            pod.NodeSelector.Add(label, value);
        }

        if (tolerateTpu)
        {
            pod.Tolerations.Add(
                new TolerationArgs
                {
                    Key = TpuResource.Name,
                    Operator = "Exists",
                    Effect = "NoSchedule",
                }
            );
        }

        return pod;
    }
}
