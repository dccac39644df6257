using Infra.Model.Names;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Yaml.V2;
using Pulumi.Kubernetes.Yaml.V2;

namespace Infra.Resources.LeaderWorkerSets.Installation;

/// <summary>
/// The LeaderWorkerSet controller, with its custom resource definitions and webhooks, and a check that waits until the cluster admits a
/// <see cref="LeaderWorkerSet" />.
/// </summary>
/// <remarks>
/// <para>
/// A serving depends on this component: it is created after the check and deleted before its controller. In a cluster of the same stack,
/// <c>DeletedWith</c> on this component is enough: the engine passes it to all children, including those of the release, which only the
/// engine sees.
/// </para>
/// <para>
/// The certificate, which the controller writes into webhooks, custom resource definitions and a Secret, needs no <c>IgnoreChanges</c>:
/// pulumi-kubernetes 4.32 compares only the fields in a manifest, server-side apply leaves other fields to their owners, and the release
/// contains neither <c>caBundle</c> nor the Secret's data.
/// </para>
/// </remarks>
public sealed class LeaderWorkerSetController : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:LeaderWorkerSetController";

    /// <summary>The namespace that every release creates.</summary>
    public const string Namespace = "lws-system";

    /// <summary>Creates the controller.</summary>
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
                // The SDK sends a remote component only the providers in its own options. Without them, the release would be installed into the cluster
                // of the current kubeconfig context. Source: Deployment_Prepare.cs in pulumi-dotnet.
                Providers = [.. options?.Providers ?? []],
                ResourceTransforms = { ReleaseManifestTransform.ApplyAsync },
            }
        );
        new WebhookReadinessCheck(this, release).Create($"{name}-webhook-check", args.Version);
        RegisterOutputs();
    }
}

/// <summary>The arguments of a <see cref="LeaderWorkerSetController" />.</summary>
public sealed class LeaderWorkerSetControllerArgs : ResourceArgs
{
    /// <summary>The release to install. Required.</summary>
    public required LeaderWorkerSetVersion Version { get; init; }
}
