using Infra.Model.Servings;
using Infra.Model.Tpu;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using StackConfig.Binding;

namespace Infra.Resources.Servings;

/// <summary>Creates the containers of Pathways, with their arguments in the order of Google's guide.</summary>
internal sealed class PathwaysContainers(ContainerFactory factory, Serving serving, Input<string> scratch)
{
    /// <summary>Kubernetes expands it: LeaderWorkerSet sets the variable in every container.</summary>
    private const string LeaderAddress = "$(LWS_LEADER_ADDRESS)";

    private static string ManagerAddress => $"--resource_manager_address={LeaderAddress}:{Port.ResourceManager}";

    private Output<string> ScratchLocation => Output.Format($"--gcs_scratch_location={scratch}");

    /// <summary>Creates the proxy, which connects JAX to the slices.</summary>
    public ContainerArgs CreateProxy()
    {
        var settings = serving.Containers.PathwaysProxy;
        var container = factory.Create(ContainerName.PathwaysProxy, serving.Images.TaggedProxy, Port.Proxy, settings);
        container.Args =
            (List<Input<string>>)
                [
                    ManagerAddress,
                    $"--server_port={Port.Proxy}",
                    ScratchLocation,
                    .. Flags(serving.XlaFlags.Flags),
                    .. Flags(settings.Flags),
                ];
        return container;
    }

    /// <summary>Creates the resource manager, which manages the slices.</summary>
    public ContainerArgs CreateResourceManager()
    {
        var settings = serving.Containers.PathwaysRm;
        var container = factory.Create(
            ContainerName.PathwaysRm,
            serving.Images.TaggedServer,
            Port.ResourceManager,
            settings,
            ContainerFactory.CreateVariable("HOST_ADDRESS", LeaderAddress),
            ContainerFactory.CreateVariable("TPU_SKIP_MDS_QUERY", "true")
        );
        container.Args =
            (List<Input<string>>)
                [
                    $"--server_port={Port.ResourceManager}",
                    ScratchLocation,
                    "--node_type=resource_manager",
                    $"--instance_count={serving.Slices}",
                    $"--instance_type={serving.Slice.PathwaysInstanceType}",
                    .. Flags(settings.Flags),
                ];
        return container;
    }

    /// <summary>Creates a worker, which uses all TPU chips of its host.</summary>
    public ContainerArgs CreateWorker()
    {
        var settings = serving.Containers.Worker;
        var container = factory.Create(ContainerName.Worker, serving.Images.TaggedServer, Port.Worker, settings);
        container.Args =
            (List<Input<string>>)
                [$"--server_port={Port.Worker}", ManagerAddress, ScratchLocation, .. Flags(settings.Flags)];
        container.Resources = ContainerFactory.CreateResources(
            settings,
            (TpuResource.Name, $"{serving.Slice.ChipsPerHost}")
        );
        return container;
    }

    private static IEnumerable<Input<string>> Flags(FlagList flags) =>
        flags.Texts.Select(flag => (Input<string>)$"--{flag}");
}
