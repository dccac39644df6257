using Infra.Model.Servings;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Resources.Servings;

/// <summary>Creates the metadata of a serving's objects.</summary>
internal static class ObjectMetadata
{
    /// <summary>Creates metadata with a name in the serving's namespace.</summary>
    public static ObjectMetaArgs Create(Serving serving, string name, InputMap<string>? annotations = null)
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
