using Infra.Model.Servings;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Resources.Servings;

/// <summary>A Service in front of a serving's leaders.</summary>
/// <remarks>
/// It is declared before the pods that it finds: pulumi-kubernetes 4.32 takes a Service without pods for done, and waits 10 minutes, no
/// longer, for pods that are there and not ready. Source: <c>processEndpointEvent</c> in provider/pkg/await/service.go.
/// </remarks>
internal static class ServingService
{
    /// <summary>
    /// A Service that changes its ports is replaced. Ports are merged by number, and until its first update the provider does not own those
    /// that it created: a preview would hold the old and the new one under one name, which Kubernetes refuses.
    /// </summary>
    public static CustomResourceOptions Options(Resource parent) =>
        new()
        {
            Parent = parent,
            DeleteBeforeReplace = true,
            ReplaceOnChanges = { "spec.ports" },
        };

    /// <summary>A Service that finds pods by their labels.</summary>
    public static ServiceArgs Of(Serving serving, string name, InputMap<string> labels) =>
        new()
        {
            Metadata = ObjectMetadata.Of(serving, name),
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
