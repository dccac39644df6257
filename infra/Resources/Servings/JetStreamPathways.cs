using Infra.Model.Servings;
using Infra.Resources.LeaderWorkerSets;
using Pulumi;
using Pulumi.Kubernetes.Batch.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Resources.Servings;

/// <summary>
/// A model that JetStream and MaxText serve on TPU slices with Pathways: a LeaderWorkerSet, its Service, the Secret of its containers, if any,
/// and a smoke-test Job that sends a prompt when the model is ready.
/// </summary>
/// <remarks>
/// A replica is one group: a leader with Pathways proxy, Pathways resource manager, model server and HTTP server, and one worker on each
/// host of each slice. The leader requests no TPUs and shares a host of the first slice.
/// </remarks>
public sealed class JetStreamPathways : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:JetStreamPathways";

    private readonly string _name;
    private readonly JetStreamPathwaysArgs _args;
    private readonly Serving _serving;
    private readonly string? _revision;

    /// <summary>The name of the Service.</summary>
    [Output("serviceName")]
    public Output<string> ServiceName { get; private set; }

    /// <summary>The IP address of the internal load balancer; null without one.</summary>
    [Output("loadBalancerAddress")]
    public Output<string?> LoadBalancerAddress { get; private set; }

    /// <summary>Creates a serving.</summary>
    public JetStreamPathways(string name, JetStreamPathwaysArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        (_name, _args, _serving, _revision) = (name, args, args.Serving, args.SmokeTestRevision);
        var secrets = CreateSecrets().ToList();
        var service = CreateService();
        var leaderWorkerSet = CreateLeaderWorkerSet([.. secrets, service, .. CreateSmokeTestService()]);
        if (_serving.DisruptionBudget)
        {
            _ = new PodDisruptionBudget(name, ServingDisruptionBudget.Create(_serving), new() { Parent = this });
        }

        if (_serving.HasSmokeTest)
        {
            CreateSmokeTestJob(_serving.SmokeTest, leaderWorkerSet);
        }

        ServiceName = Output.Create(_serving.ServiceName);
        LoadBalancerAddress = _serving.Service.HasLoadBalancer
            ? ServingService.GetLoadBalancerAddress(service)
            : Output.Create((string?)null);
        RegisterOutputs();
    }

    /// <summary>The resource name of a serving's smoke-test Job.</summary>
    internal static string SmokeTestJobName(string name) => $"{name}-smoke-test";

    private IEnumerable<Secret> CreateSecrets() =>
        _serving.Secrets.Count == 0
            ? []
            :
            [
                new(
                    $"{_name}-env",
                    new SecretArgs
                    {
                        Metadata = ObjectMetadata.Create(_serving, _serving.SecretName),
                        Type = "Opaque",
                        StringData = _args.Secrets,
                    },
                    new() { Parent = this }
                ),
            ];

    /// <summary>The Service of clients.</summary>
    private Service CreateService() =>
        new($"{_name}-http", ServingService.CreateClientArgs(_serving), ServingService.CreateOptions(this));

    /// <summary>A Service of the smoke test, if that has to find the newest pods.</summary>
    private IEnumerable<Service> CreateSmokeTestService()
    {
        if (_revision is not null)
        {
            yield return new(
                $"{_name}-smoke-test",
                ServingService.CreateArgs(
                    _serving,
                    _serving.SmokeTestServiceName,
                    ServingPods.LeaderLabels(_serving, _revision)
                ),
                ServingService.CreateOptions(this)
            );
        }
    }

    private LeaderWorkerSet CreateLeaderWorkerSet(Resource[] dependsOn)
    {
        var pods = new ServingPods(_serving, _args.ScratchLocation) { Revision = _revision };
        var options = ServingLeaderWorkerSet.CreateOptions(_serving, this);
        return new(
            _name,
            ServingLeaderWorkerSet.CreateArgs(_serving, pods),
            WithErrorHook(options.WithDependsOn(dependsOn))
        );
    }

    private void CreateSmokeTestJob(SmokeTest test, LeaderWorkerSet leaderWorkerSet)
    {
        var job = new SmokeTestJob(_serving, test, isReady: _revision is null);
        var options = new CustomResourceOptions
        {
            Parent = this,
            DependsOn = { leaderWorkerSet },
            CustomTimeouts = job.Timeouts,
            // With a replaced node pool the engine does not ask the provider, and both Jobs would have the same name.
            DeleteBeforeReplace = true,
            ReplaceWith = [.. _args.NodePools.Select(pool => (Input<Resource>)pool)],
        };
        _ = new Job(SmokeTestJobName(_name), job.CreateArgs(), WithErrorHook(options));
    }

    private CustomResourceOptions WithErrorHook(CustomResourceOptions options)
    {
        if (_args.OnFailure is { } hook)
        {
            options.Hooks.OnError.Add(hook);
        }

        return options;
    }
}
