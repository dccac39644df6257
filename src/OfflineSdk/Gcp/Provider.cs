namespace Pulumi.Gcp;

public class Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
    : ProviderResource("gcp", name, args ?? new ProviderArgs(), options);
