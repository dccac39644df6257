namespace Pulumi.Kubernetes.ApiExtensions;

public class CustomResource(string name, CustomResourceArgs args, CustomResourceOptions? options = null)
    : KubernetesResource(args.Type, name, args, options);
