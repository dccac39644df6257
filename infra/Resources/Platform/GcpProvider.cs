using Infra.Model.Names;
using Infra.Model.Platform;
using Pulumi.Gcp;

namespace Infra.Resources.Platform;

/// <summary>Creates the provider for Google Cloud. Project, region and zone come from the settings, not from the deployer's environment.</summary>
internal static class GcpProvider
{
    private const string Name = "google";

    /// <summary>Creates the provider for a platform that the stack creates.</summary>
    public static Provider ForPlatform(PlatformModel platform) =>
        new(
            Name,
            new ProviderArgs
            {
                Project = platform.Project,
                Region = platform.Region,
                Zone = platform.Zone,
            }
        );

    /// <summary>Creates the provider for an existing cluster: to look it up and to monitor its servings.</summary>
    /// <param name="project">The default project; null if each look-up and each resource names its own.</param>
    public static Provider ForProject(ProjectId? project)
    {
        var args = new ProviderArgs();
        if (project is not null)
        {
            args.Project = project.Text;
        }

        return new(Name, args);
    }
}
