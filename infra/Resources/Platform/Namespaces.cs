using Infra.Model.Servings;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Resources.Platform;

/// <summary>Creates the namespaces of servings in a cluster that the stack creates. In an existing cluster they must exist.</summary>
/// <param name="cluster">The cluster.</param>
internal sealed class Namespaces(ServingCluster cluster)
{
    private readonly Dictionary<string, Namespace> _created = new(StringComparer.Ordinal);

    /// <summary>Returns a serving's namespace, created on first use; null if it exists already.</summary>
    public Namespace? GetOrCreate(Serving serving)
    {
        if (cluster.Platform is null || serving.NamespaceName == Serving.DefaultNamespace)
        {
            return null;
        }

        return _created.TryGetValue(serving.NamespaceName, out var created)
            ? created
            : _created[serving.NamespaceName] = Create(serving.NamespaceName);
    }

    private Namespace Create(string name)
    {
        var options = new CustomResourceOptions { Provider = cluster.Kubernetes, DependsOn = { cluster.Platform! } };
        cluster.Platform!.Binding.ApplyTo(options);
        return new(name, new NamespaceArgs { Metadata = new ObjectMetaArgs { Name = name } }, options);
    }
}
