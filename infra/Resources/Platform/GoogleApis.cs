using System.Collections.Immutable;
using Pulumi;
using Pulumi.Gcp.Projects;

namespace Infra.Resources.Platform;

/// <summary>Enables Google APIs in a project. They stay enabled when the stack is destroyed, because others may use them by then.</summary>
public sealed class GoogleApis : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:GoogleApis";

    /// <summary>Enables the APIs.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="args">The project and its APIs.</param>
    /// <param name="options">The component's options, with a provider for Google Cloud.</param>
    public GoogleApis(string name, GoogleApisArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        foreach (var api in args.Apis)
        {
            _ = new Service(
                $"{name}-{api}",
                new ServiceArgs
                {
                    Project = args.Project,
                    ServiceName = api,
                    DisableOnDestroy = false,
                },
                new() { Parent = this }
            );
        }

        RegisterOutputs();
    }
}

/// <summary>The arguments of <see cref="GoogleApis"/>.</summary>
public sealed class GoogleApisArgs : ResourceArgs
{
    /// <summary>The project's id. Required.</summary>
    public required string Project { get; init; }

    /// <summary>The names of the APIs, such as <c>container.googleapis.com</c>. Required.</summary>
    public required ImmutableArray<string> Apis { get; init; }
}
