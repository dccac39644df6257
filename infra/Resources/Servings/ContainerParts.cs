using Infra.Model.Servings;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Resources.Servings;

/// <summary>What all containers of a serving are made of.</summary>
internal sealed class ContainerParts(Serving serving)
{
    /// <summary>A container without arguments.</summary>
    public ContainerArgs Container(
        string name,
        string image,
        int port,
        ContainerSettings own,
        params IEnumerable<EnvVarArgs> env
    )
    {
        var container = new ContainerArgs
        {
            Name = name,
            Image = image,
            ImagePullPolicy = serving.Images.PullPolicy.Name,
            Ports = { new ContainerPortArgs { ContainerPortValue = port } },
        };
        foreach (var variable in env.Concat(own.Env.Select(OwnVariable)))
        {
            container.Env.Add(variable);
        }

        if (own.Resources.Requests.Count + own.Resources.Limits.Count > 0)
        {
            container.Resources = Resources(own);
        }

        if (own.Capabilities.Count > 0)
        {
            container.SecurityContext = new SecurityContextArgs
            {
                Capabilities = new CapabilitiesArgs { Add = own.Capabilities.ToList() },
            };
        }

        return container;
    }

    /// <summary>A variable with a plain value.</summary>
    public static EnvVarArgs Variable(string name, string value) => new() { Name = name, Value = value };

    /// <summary>A container's own requests and limits, and <paramref name="limits"/> that follow from the slice.</summary>
    public static ResourceRequirementsArgs Resources(
        ContainerSettings own,
        params (string Name, string Amount)[] limits
    )
    {
        var resources = new ResourceRequirementsArgs();
        foreach (var (name, amount) in own.Resources.Requests)
        {
            resources.Requests.Add(name, amount);
        }

        foreach (var (name, amount) in own.Resources.Limits)
        {
            resources.Limits.Add(name, amount);
        }

        foreach (var (name, amount) in limits)
        {
            resources.Limits.Add(name, amount);
        }

        return resources;
    }

    private EnvVarArgs OwnVariable(EnvSettings variable) =>
        variable.Secret is { } key
            ? new EnvVarArgs
            {
                Name = variable.Name.Text,
                ValueFrom = new EnvVarSourceArgs
                {
                    SecretKeyRef = new SecretKeySelectorArgs { Name = serving.SecretName, Key = key },
                },
            }
            : Variable(variable.Name.Text, variable.Value ?? "");
}
