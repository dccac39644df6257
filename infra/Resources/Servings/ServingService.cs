using Infra.Model.Servings;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Outputs.Core.V1;
using Service = Pulumi.Kubernetes.Core.V1.Service;

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

    /// <summary>Creates the arguments of a Service inside the cluster that selects pods by labels.</summary>
    public static ServiceArgs CreateArgs(Serving serving, string name, InputMap<string> labels) =>
        new() { Metadata = ObjectMetadata.Create(serving, name), Spec = CreateSpec(serving, labels) };

    /// <summary>Creates the arguments of the Service of clients, with an internal load balancer if the settings ask for one.</summary>
    /// <remarks>
    /// GKE opens a firewall rule of its own to the source ranges. Source: LoadBalancer Service parameters,
    /// https://cloud.google.com/kubernetes-engine/docs/concepts/service-load-balancer-parameters.
    /// </remarks>
    public static ServiceArgs CreateClientArgs(Serving serving)
    {
        var labels = ServingPods.LeaderLabels(serving);
        if (!serving.Service.HasLoadBalancer)
        {
            return CreateArgs(serving, serving.ServiceName, labels);
        }

        var annotations = new InputMap<string> { { "networking.gke.io/load-balancer-type", "Internal" } };
        var spec = CreateSpec(serving, labels);
        spec.Type = ServiceSpecType.LoadBalancer;
        spec.LoadBalancerSourceRanges.AddRange(serving.Service.SourceRanges.Select(range => range.Text).ToList());
        return new() { Metadata = ObjectMetadata.Create(serving, serving.ServiceName, annotations), Spec = spec };
    }

    /// <summary>The IP address of a Service's load balancer; null as long as it has none.</summary>
    /// <remarks>A preview may know the status of a Service without a load balancer: the provider asks the API server for it.</remarks>
    public static Output<string?> GetLoadBalancerAddress(Service service) =>
        service.Status.Apply(status => FindAddress(status));

    private static string? FindAddress(ServiceStatus? status) =>
        status?.LoadBalancer is { Ingress: { IsDefaultOrEmpty: false } ingress } ? ingress[0].Ip : null;

    private static ServiceSpecArgs CreateSpec(Serving serving, InputMap<string> labels) =>
        new()
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
        };
}
