using Infra.Model.Servings;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Resources.Servings;

/// <summary>Creates the containers of a serving.</summary>
internal sealed class ContainerFactory(Serving serving)
{
    /// <summary>Creates a container without arguments.</summary>
    public ContainerArgs Create(
        string name,
        string image,
        int port,
        ContainerSettings settings,
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
        foreach (var variable in env.Concat(settings.Env.Select(CreateVariable)))
        {
            container.Env.Add(variable);
        }

        if (settings.Resources.Requests.Count + settings.Resources.Limits.Count > 0)
        {
            container.Resources = CreateResources(settings);
        }

        if (settings.Capabilities.Count > 0)
        {
            container.SecurityContext = new SecurityContextArgs
            {
                Capabilities = new CapabilitiesArgs { Add = settings.Capabilities.ToList() },
            };
        }

        return container;
    }

    /// <summary>Creates an environment variable with a literal value.</summary>
    public static EnvVarArgs CreateVariable(string name, string value) => new() { Name = name, Value = value };

    /// <summary>Creates the requests and limits of a container, and <paramref name="limits"/> that follow from the slice.</summary>
    public static ResourceRequirementsArgs CreateResources(
        ContainerSettings settings,
        params (string Name, string Quantity)[] limits
    )
    {
        var resources = new ResourceRequirementsArgs();
        foreach (var (name, quantity) in settings.Resources.Requests)
        {
            resources.Requests.Add(name, quantity);
        }

        foreach (var (name, quantity) in settings.Resources.Limits)
        {
            resources.Limits.Add(name, quantity);
        }

        foreach (var (name, quantity) in limits)
        {
            resources.Limits.Add(name, quantity);
        }

        return resources;
    }

    private EnvVarArgs CreateVariable(EnvSettings variable) =>
        variable.Secret is { } key
            ? new EnvVarArgs
            {
                Name = variable.Name.Text,
                ValueFrom = new EnvVarSourceArgs
                {
                    SecretKeyRef = new SecretKeySelectorArgs { Name = serving.SecretName, Key = key },
                },
            }
            : CreateVariable(variable.Name.Text, variable.Value ?? "");
}
