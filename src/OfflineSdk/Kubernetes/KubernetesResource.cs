using Pulumi.Kubernetes.Types.Outputs.Meta.V1;

namespace Pulumi.Kubernetes;

public abstract class KubernetesResource : CustomResource
{
    private protected KubernetesResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options)
        : base(type, name, args, options) { }

    [Output("apiVersion")]
    public Output<string> ApiVersion { get; private set; } = null!;

    [Output("kind")]
    public Output<string> Kind { get; private set; } = null!;

    [Output("metadata")]
    public Output<ObjectMeta> Metadata { get; private set; } = null!;

    /// <summary>Sets the object's apiVersion and kind in the arguments.</summary>
    private protected static TArgs Identify<TArgs>(TArgs? args, string apiVersion, string kind)
        where TArgs : ResourceArgs, IKubernetesArgs, new()
    {
        args ??= new TArgs();
        args.ApiVersion = apiVersion;
        args.Kind = kind;
        return args;
    }
}

/// <summary>The arguments of a Kubernetes object.</summary>
internal interface IKubernetesArgs
{
    Input<string>? ApiVersion { get; set; }

    Input<string>? Kind { get; set; }
}
