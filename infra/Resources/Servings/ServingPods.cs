using Infra.Model.Servings;
using Infra.Model.Tpu;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Resources.Servings;

/// <summary>Creates the pod templates of a serving.</summary>
internal sealed class ServingPods
{
    private readonly Serving _serving;
    private readonly PathwaysContainers _pathways;
    private readonly ModelContainers _model;

    /// <summary>Creates templates whose Pathways containers keep temporary data in <paramref name="scratch"/>.</summary>
    public ServingPods(Serving serving, Input<string> scratch)
    {
        var factory = new ContainerFactory(serving);
        _serving = serving;
        _pathways = new(factory, serving, scratch);
        _model = new(factory, serving);
    }

    /// <summary>The revision in the leaders' labels. Default: null, no label.</summary>
    public string? Revision { get; init; }

    /// <summary>The labels that select the leaders.</summary>
    /// <param name="serving">The serving.</param>
    /// <param name="revision">The revision of the leaders; null for any.</param>
    public static InputMap<string> LeaderLabels(Serving serving, string? revision = null)
    {
        var labels = new InputMap<string> { ["app"] = serving.Name };
        if (revision is not null)
        {
            labels.Add(ServingRevision.Label, revision);
        }

        return labels;
    }

    /// <summary>Creates the template of the leader: Pathways proxy, Pathways resource manager, model server and HTTP server.</summary>
    /// <remarks>It requests no TPUs, so that GKE does not add the toleration for TPU nodes.</remarks>
    public PodTemplateSpecArgs CreateLeader() =>
        new()
        {
            Metadata = new ObjectMetaArgs { Labels = LeaderLabels(_serving, Revision) },
            Spec = CreatePod(
                tolerateTpu: true,
                _pathways.CreateProxy(),
                _pathways.CreateResourceManager(),
                _model.CreateServer(),
                _model.CreateHttp()
            ),
        };

    /// <summary>Creates the template of a worker, which uses all TPU chips of its host.</summary>
    public PodTemplateSpecArgs CreateWorker() =>
        new() { Spec = CreatePod(_serving.WorkerToleration, _pathways.CreateWorker()) };

    private PodSpecArgs CreatePod(bool tolerateTpu, params ContainerArgs[] containers)
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
