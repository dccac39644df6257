using Infra.Model.Servings;
using Infra.Resources.LeaderWorkerSets;
using Pulumi;
using Pulumi.Kubernetes.Batch.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Resources.Servings;

/// <summary>
/// A model served by JetStream and MaxText on slices that Pathways drives: a LeaderWorkerSet, the Service in front of it, the
/// Secret that its containers read, where they do, and the Job that asks it a prompt once it is ready.
/// </summary>
/// <remarks>
/// A replica is one group: a leader with proxy, resource manager, model server and HTTP front, and one worker on every host of every
/// slice. The leader asks for no chips and shares a host of the first slice.
/// </remarks>
public sealed class JetStreamPathways : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:JetStreamPathways";

    private readonly string _name;
    private readonly JetStreamPathwaysArgs _args;
    private readonly Serving _serving;
    private readonly string? _revision;

    /// <summary>The Service's name, under which the cluster's DNS knows the model.</summary>
    [Output("serviceName")]
    public Output<string> ServiceName { get; private set; }

    /// <summary>Declares a serving.</summary>
    public JetStreamPathways(string name, JetStreamPathwaysArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        (_name, _args, _serving, _revision) = (name, args, args.Serving, args.RevisionToProve);
        var groups = Groups([.. Secrets(), .. Services()]);
        if (_serving.DisruptionBudget)
        {
            _ = new PodDisruptionBudget(name, ServingBudget.Of(_serving), Child());
        }

        if (_serving.HasSmokeTest)
        {
            Ask(_serving.SmokeTest, groups);
        }

        ServiceName = Output.Create(_serving.ServiceName);
        RegisterOutputs();
    }

    /// <summary>The resource name of the smoke test's Job in the serving named <paramref name="name" />.</summary>
    internal static string SmokeTestOf(string name) => $"{name}-smoke-test";

    private IEnumerable<Secret> Secrets() =>
        _serving.Secrets.Count == 0
            ? []
            :
            [
                new(
                    $"{_name}-env",
                    new SecretArgs
                    {
                        Metadata = ObjectMetadata.Of(_serving, _serving.SecretName),
                        Type = "Opaque",
                        StringData = _args.Secrets,
                    },
                    Child()
                ),
            ];

    /// <summary>The one that clients use, and, where the smoke test has to find the newest pods, one for it.</summary>
    private IEnumerable<Service> Services()
    {
        yield return new(
            $"{_name}-http",
            ServingService.Of(_serving, _serving.ServiceName, ServingPods.LeaderLabels(_serving)),
            ServingService.Options(this)
        );
        if (_revision is not null)
        {
            yield return new(
                $"{_name}-smoke-test",
                ServingService.Of(_serving, _serving.SmokeTestName, ServingPods.LeaderLabels(_serving, _revision)),
                ServingService.Options(this)
            );
        }
    }

    private LeaderWorkerSet Groups(Resource[] before)
    {
        var pods = new ServingPods(_serving, _args.ScratchLocation) { Revision = _revision };
        var options = ServingGroups.Options(_serving, this);
        return new(_name, ServingGroups.Of(_serving, pods), Told(After(options, before)));
    }

    private void Ask(SmokeTest test, LeaderWorkerSet groups)
    {
        var job = new SmokeTestJob(_serving, test, isReady: _revision is null);
        var options = After(Child(), groups);
        options.CustomTimeouts = job.Timeouts;
        options.DeleteBeforeReplace = true; // where a slice is replaced the provider is not asked, and both would have one name
        options.ReplaceWith = [.. _args.NodePools.Select(pool => (Input<Resource>)pool)];
        _ = new Job(SmokeTestOf(_name), job.Job, Told(options));
    }

    private CustomResourceOptions Child() => new() { Parent = this };

    private static CustomResourceOptions After(CustomResourceOptions options, params Resource[] before)
    {
        options.DependsOn.AddRange(before);
        return options;
    }

    private CustomResourceOptions Told(CustomResourceOptions options)
    {
        if (_args.OnFailure is { } hook)
        {
            options.Hooks.OnError.Add(hook);
        }

        return options;
    }
}
