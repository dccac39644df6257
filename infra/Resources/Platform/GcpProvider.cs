using Infra.Model.Names;
using Infra.Model.Platform;
using Pulumi.Gcp;

namespace Infra.Resources.Platform;

/// <summary>Ways to Google Cloud. Project, region and zone come from the settings, not from the environment of who deploys.</summary>
internal static class GcpProvider
{
    private const string Name = "google";

    /// <summary>Access to where the stack makes its platform.</summary>
    public static Provider ForPlatform(PlatformPlan plan) =>
        new(
            Name,
            new ProviderArgs
            {
                Project = plan.Project,
                Region = plan.Region,
                Zone = plan.Zone,
            }
        );

    /// <summary>Access to where a cluster exists: to look it up, and to watch what runs in it.</summary>
    /// <param name="project">The project; null where each look-up and each resource names its own.</param>
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
