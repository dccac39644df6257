using Infra.Model.Servings;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Resources.Servings;

/// <summary>Creates a Service for the leaders of a serving.</summary>
/// <remarks>
/// It is created before its pods: pulumi-kubernetes 4.32 considers a Service without pods ready, but waits for pods that exist and are not
/// ready, and times out after 10 minutes. Source: <c>processEndpointEvent</c> in provider/pkg/await/service.go.
/// </remarks>
internal static class ServingService
{
    /// <summary>
    /// A change of ports replaces the Service. Server-side apply merges ports by number, and the provider owns the ports that it created only
    /// after the first update: a preview would contain the old and the new port under one name, which Kubernetes rejects.
    /// </summary>
    public static CustomResourceOptions CreateOptions(Resource parent) =>
        new()
        {
            Parent = parent,
            DeleteBeforeReplace = true,
            ReplaceOnChanges = { "spec.ports" },
        };

    /// <summary>Creates the arguments of a Service that selects pods by labels.</summary>
    public static ServiceArgs CreateArgs(Serving serving, string name, InputMap<string> labels) =>
        new()
        {
            Metadata = ObjectMetadata.Create(serving, name),
            Spec = new ServiceSpecArgs
            {
                Selector = labels,
                Ports =
                {
                    new ServicePortArgs
                    {
                        Name = ContainerName.JetStreamHttp,
                        Protocol = "TCP",
                        Port = serving.Service.Port,
                        TargetPort = Port.Http,
                    },
                },
            },
        };
}
