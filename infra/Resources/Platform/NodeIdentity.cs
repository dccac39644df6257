using Infra.Model.Names;
using Infra.Model.Platform;
using Pulumi;
using Pulumi.Gcp.Projects;
using Account = Pulumi.Gcp.ServiceAccount.Account;
using AccountArgs = Pulumi.Gcp.ServiceAccount.AccountArgs;

namespace Infra.Resources.Platform;

/// <summary>A service account for nodes with the roles that GKE nodes need, and no others.</summary>
/// <remarks>Source: the roles for nodes in GKE's hardening guide. Access to storage is granted for each bucket.</remarks>
public sealed class NodeIdentity : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:NodeIdentity";

    private static readonly string[] Roles =
    [
        "roles/artifactregistry.reader",
        "roles/logging.logWriter",
        "roles/monitoring.metricWriter",
        "roles/monitoring.viewer",
        "roles/stackdriver.resourceMetadata.writer",
    ];

    /// <summary>Creates the account and grants its roles.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="args">The platform and the nodes.</param>
    /// <param name="options">The component's options, with a provider for Google Cloud.</param>
    public NodeIdentity(string name, NodeIdentityArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        var platform = args.Platform;
        var account = new Account(
            name,
            new AccountArgs
            {
                Project = platform.Project,
                AccountId = platform.GetName($"-{args.Nodes}-nodes", GoogleName.MaxAccountIdLength),
                DisplayName = $"{platform.Cluster.Name}: {args.Description}",
            },
            new() { Parent = this }
        );
        foreach (var role in Roles)
        {
            _ = new IAMMember(
                $"{name}-{role.Split('/')[1]}",
                new IAMMemberArgs
                {
                    Project = platform.Project,
                    Role = role,
                    Member = account.Member,
                },
                new() { Parent = this }
            );
        }

        Email = account.Email;
        Member = account.Member;
        RegisterOutputs();
    }

    /// <summary>The account's e-mail address.</summary>
    [Output("email")]
    public Output<string> Email { get; private set; }

    /// <summary>The account as the member of an IAM policy: <c>serviceAccount:EMAIL</c>.</summary>
    [Output("member")]
    public Output<string> Member { get; private set; }
}

/// <summary>The arguments of a <see cref="NodeIdentity"/>.</summary>
public sealed class NodeIdentityArgs : ResourceArgs
{
    /// <summary>The platform. Required.</summary>
    public required PlatformModel Platform { get; init; }

    /// <summary>The kind of nodes, part of the account's ID: <c>system</c> or <c>tpu</c>. Required.</summary>
    public required string Nodes { get; init; }

    /// <summary>The description of the nodes, part of its display name. Required.</summary>
    public required string Description { get; init; }
}
