using Pulumi;
using Pulumi.Gcp.Projects;

namespace Infra.Resources.Platform;

/// <summary>Google APIs that are enabled in the project, and stay enabled when the stack goes: others may use them by then.</summary>
public sealed class GoogleApis : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:GoogleApis";

    /// <summary>Declares the APIs.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="project">The project's id.</param>
    /// <param name="apis">The APIs' names.</param>
    /// <param name="options">The component's options.</param>
    public GoogleApis(string name, string project, IEnumerable<string> apis, ComponentResourceOptions options)
        : base(Token, name, options)
    {
        foreach (var api in apis)
        {
            _ = new Service(
                api,
                new ServiceArgs
                {
                    Project = project,
                    ServiceName = api,
                    DisableOnDestroy = false,
                },
                new() { Parent = this }
            );
        }

        RegisterOutputs();
    }
}
