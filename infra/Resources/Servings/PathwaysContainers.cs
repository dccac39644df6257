using Infra.Configuration.Binding;
using Infra.Model.Servings;
using Infra.Model.Tpu;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Resources.Servings;

/// <summary>The containers of Pathways, with their arguments in the order of Google's guide.</summary>
internal sealed class PathwaysContainers(ContainerParts parts, Serving serving, Input<string> scratch)
{
    /// <summary>Expands in the pod: LeaderWorkerSet sets the variable in every container.</summary>
    private const string LeaderAddress = "$(LWS_LEADER_ADDRESS)";

    private static string ManagerAddress => $"--resource_manager_address={LeaderAddress}:{Port.ResourceManager}";

    private Output<string> ScratchLocation => Output.Format($"--gcs_scratch_location={scratch}");

    /// <summary>The proxy, through which JAX reaches the slices.</summary>
    public ContainerArgs Proxy()
    {
        var own = serving.Containers.PathwaysProxy;
        var container = parts.Container(ContainerName.PathwaysProxy, serving.Images.TaggedProxy, Port.Proxy, own);
        container.Args =
            (List<Input<string>>)
                [
                    ManagerAddress,
                    $"--server_port={Port.Proxy}",
                    ScratchLocation,
                    .. Flags(serving.XlaFlags.Flags),
                    .. Flags(own.Flags),
                ];
        return container;
    }

    /// <summary>The resource manager, which knows the slices.</summary>
    public ContainerArgs ResourceManager()
    {
        var own = serving.Containers.PathwaysRm;
        var container = parts.Container(
            ContainerName.PathwaysRm,
            serving.Images.TaggedServer,
            Port.ResourceManager,
            own,
            ContainerParts.Variable("HOST_ADDRESS", LeaderAddress),
            ContainerParts.Variable("TPU_SKIP_MDS_QUERY", "true")
        );
        container.Args =
            (List<Input<string>>)
                [
                    $"--server_port={Port.ResourceManager}",
                    ScratchLocation,
                    "--node_type=resource_manager",
                    $"--instance_count={serving.Slices}",
                    $"--instance_type={serving.Slice.PathwaysInstanceType}",
                    .. Flags(own.Flags),
                ];
        return container;
    }

    /// <summary>A worker, which takes all chips of its host.</summary>
    public ContainerArgs Worker()
    {
        var own = serving.Containers.Worker;
        var container = parts.Container(ContainerName.Worker, serving.Images.TaggedServer, Port.Worker, own);
        container.Args =
            (List<Input<string>>)[$"--server_port={Port.Worker}", ManagerAddress, ScratchLocation, .. Flags(own.Flags)];
        container.Resources = ContainerParts.Resources(own, (TpuResource.Name, $"{serving.Slice.ChipsPerHost}"));
        return container;
    }

    private static IEnumerable<Input<string>> Flags(FlagList flags) =>
        flags.Texts.Select(flag => (Input<string>)$"--{flag}");
}
