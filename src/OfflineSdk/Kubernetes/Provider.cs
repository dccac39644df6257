namespace Pulumi.Kubernetes;

public class Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
    : ProviderResource("kubernetes", name, args ?? new ProviderArgs(), options);
