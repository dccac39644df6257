using Pulumi.Kubernetes.Types.Inputs.Helm.V3;

namespace Pulumi.Kubernetes.Helm.V3;

public class Release(string name, ReleaseArgs? args = null, CustomResourceOptions? options = null)
    : KubernetesResource("kubernetes:helm.sh/v3:Release", name, MakeCompatible(args), options)
{
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("namespace")]
    public Output<string> Namespace { get; private set; } = null!;

    private static ReleaseArgs MakeCompatible(ReleaseArgs? args)
    {
        args ??= new ReleaseArgs();
        args.Compat = "true";
        return args;
    }
}
