using Infra.Model.Names;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Yaml.V2;
using Pulumi.Kubernetes.Yaml.V2;

namespace Infra.Resources.LeaderWorkerSets.Installation;

/// <summary>
/// The controller that turns a <see cref="LeaderWorkerSet" /> into pods, with its custom resource definitions and webhooks, and a gate
/// that is passed once it admits LeaderWorkerSets.
/// </summary>
/// <remarks>
/// <para>
/// A serving names this component in its dependencies: then it is declared after the gate, and goes before its controller when the
/// stack is destroyed. In a cluster that goes with the stack, <c>DeletedWith</c> on this component is enough: the engine hands it on to
/// every object below, also to those of the release, which only the engine sees.
/// </para>
/// <para>
/// The certificate, which the controller writes into the webhooks, the custom resource definitions and a Secret by itself, needs no
/// <c>IgnoreChanges</c>: pulumi-kubernetes 4.32 compares only the fields that a manifest states, server-side apply leaves the others to
/// who owns them, and the release states neither <c>caBundle</c> nor the Secret's data.
/// </para>
/// </remarks>
public sealed class LeaderWorkerSetController : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:LeaderWorkerSetController";

    /// <summary>The namespace that every release makes for itself.</summary>
    public const string Namespace = "lws-system";

    /// <summary>Declares the controller.</summary>
    public LeaderWorkerSetController(
        string name,
        LeaderWorkerSetControllerArgs args,
        ComponentResourceOptions? options = null
    )
        : base(Token, name, args, options)
    {
        var release = new ConfigFile(
            $"{name}-release",
            new ConfigFileArgs { File = ReleaseManifest.GetUrl(args.Version.Text) },
            new ComponentResourceOptions
            {
                Parent = this,
                // A component that a provider constructs is sent no provider but its own: without, the release would go into the cluster of the
                // deployer's kubeconfig. Source: Deployment_Prepare.cs in pulumi-dotnet.
                Providers = [.. options?.Providers ?? []],
                ResourceTransforms = { ReleaseManifestTransform.ApplyAsync },
            }
        );
        new WebhookReadinessCheck(this, release).Create($"{name}-gate", args.Version);
        RegisterOutputs();
    }
}

/// <summary>The arguments of a <see cref="LeaderWorkerSetController" />.</summary>
public sealed class LeaderWorkerSetControllerArgs : ResourceArgs
{
    /// <summary>The release to install. Required.</summary>
    public required LeaderWorkerSetVersion Version { get; init; }
}
