using Infra.LeaderWorkerSets;
using Infra.Settings.Servings;
using Infra.Tpu;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.JetStream;

/// <summary>
/// A model served by JetStream and MaxText on slices that Pathways drives: a LeaderWorkerSet, the Service in front of it, and the
/// Secret that its containers read, where they do.
/// </summary>
/// <remarks>
/// A replica is one group: a leader with proxy, resource manager, model server and HTTP front, and one worker on every host of every
/// slice. The leader asks for no chips and shares a host of the first slice.
/// </remarks>
public sealed class JetStreamPathways : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:JetStreamPathways";

    private const string Template = "spec.leaderWorkerTemplate";

    /// <summary>The Service's name, under which the cluster's DNS knows the model.</summary>
    [Output("serviceName")]
    public Output<string> ServiceName { get; private set; }

    /// <summary>Declares a serving.</summary>
    public JetStreamPathways(string name, JetStreamPathwaysArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        var serving = args.Serving;
        var child = new CustomResourceOptions { Parent = this };
        var secret = DeclareSecret(name, args, child);
        _ = new LeaderWorkerSet(
            name,
            new LeaderWorkerSetArgs
            {
                Metadata = Metadata(serving, serving.Name, Annotations(serving)),
                Spec = Spec(serving, new ServingPods(serving, args.ScratchLocation)),
            },
            GroupOptions(secret)
        );
        _ = DeclareService(name, serving, child);
        ServiceName = Output.Create(serving.ServiceName);
        RegisterOutputs();
    }

    /// <summary>Other subgroups or another size make other groups: the API refuses to change the ones, and below LWS 0.7 the other.</summary>
    private CustomResourceOptions GroupOptions(Secret? secret)
    {
        var options = new CustomResourceOptions
        {
            Parent = this,
            DeleteBeforeReplace = true,
            ReplaceOnChanges = { $"{Template}.subGroupPolicy", $"{Template}.size" },
        };
        if (secret is not null)
        {
            options.DependsOn.Add(secret);
        }

        return options;
    }

    private static LeaderWorkerSetSpecArgs Spec(Serving serving, ServingPods pods)
    {
        var template = new LeaderWorkerTemplateArgs
        {
            Size = serving.GroupSize,
            LeaderTemplate = pods.Leader(),
            WorkerTemplate = pods.Worker(),
        };
        if (serving.IsDisaggregated)
        {
            template.SubGroupPolicy = SubGroups(serving.Slice);
        }

        return new() { Replicas = serving.Replicas, LeaderWorkerTemplate = template };
    }

    /// <summary>One subgroup to each slice.</summary>
    /// <remarks>
    /// Subgroups of one pod would give the leader a slice of its own (LWS 0.10) or take it from a worker (before), so there the leader
    /// stays out of them. Source: the pod webhook of LWS, and kubernetes-sigs/lws#917.
    /// </remarks>
    private static SubGroupPolicyArgs SubGroups(TpuSlice slice) =>
        slice.IsMultiHost
            ? new() { SubGroupSize = slice.Hosts }
            : new() { SubGroupSize = slice.Hosts, SubGroupPolicyType = "LeaderExcluded" };

    private static InputMap<string> Annotations(Serving serving) =>
        new()
        {
            [serving.IsDisaggregated ? TopologyAnnotation.SubGroupExclusive : TopologyAnnotation.Exclusive] =
                NodeLabel.NodePool,
        };

    private static Secret? DeclareSecret(string name, JetStreamPathwaysArgs args, CustomResourceOptions options) =>
        args.Serving.Secrets.Count > 0
            ? new Secret(
                $"{name}-env",
                new SecretArgs
                {
                    Metadata = Metadata(args.Serving, args.Serving.SecretName),
                    Type = "Opaque",
                    StringData = args.Secrets,
                },
                options
            )
            : null;

    private static Service DeclareService(string name, Serving serving, CustomResourceOptions options) =>
        new(
            $"{name}-http",
            new ServiceArgs
            {
                Metadata = Metadata(serving, serving.ServiceName),
                Spec = new ServiceSpecArgs
                {
                    Selector = ServingPods.LeaderLabels(serving),
                    Ports =
                    {
                        new ServicePortArgs
                        {
                            Name = ContainerName.JetStreamHttp,
                            Protocol = "TCP",
                            Port = serving.ServicePort,
                            TargetPort = Port.Http,
                        },
                    },
                },
            },
            options
        );

    private static ObjectMetaArgs Metadata(Serving serving, string name, InputMap<string>? annotations = null)
    {
        var metadata = new ObjectMetaArgs { Name = name };
        if (serving.Namespace is not null)
        {
            metadata.Namespace = serving.Namespace;
        }

        if (annotations is not null)
        {
            metadata.Annotations = annotations;
        }

        return metadata;
    }
}
