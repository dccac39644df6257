using System.Collections.Immutable;
using Pulumi.Kubernetes.Types.Inputs.Yaml.V2;

namespace Pulumi.Kubernetes.Yaml.V2;

[ResourceType("kubernetes:yaml/v2:ConfigFile", null)]
public class ConfigFile(string name, ConfigFileArgs? args = null, ComponentResourceOptions? options = null)
    : ComponentResource("kubernetes:yaml/v2:ConfigFile", name, args ?? new ConfigFileArgs(), options, remote: true)
{
    [Output("resources")]
    public Output<ImmutableArray<object>> Resources { get; private set; } = null!;
}
