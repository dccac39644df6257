using Infra.Model.Platform;
using Pulumi;
using Pulumi.Gcp.Projects;
using Account = Pulumi.Gcp.ServiceAccount.Account;
using AccountArgs = Pulumi.Gcp.ServiceAccount.AccountArgs;

namespace Infra.Resources.Platform;

/// <summary>A service account for nodes, allowed what every node of GKE does and nothing else.</summary>
/// <remarks>Source: the roles that GKE's hardening guide gives to nodes. Storage is granted bucket by bucket.</remarks>
public sealed class NodeIdentity : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:NodeIdentity";

    private const int LongestAccountId = 30;

    private static readonly string[] Roles =
    [
        "roles/artifactregistry.reader",
        "roles/logging.logWriter",
        "roles/monitoring.metricWriter",
        "roles/monitoring.viewer",
        "roles/stackdriver.resourceMetadata.writer",
    ];

    /// <summary>Declares the account.</summary>
    /// <param name="name">The component's name, which is also in the account's id: <c>system</c> or <c>tpu</c>.</param>
    /// <param name="description">What the account is for.</param>
    /// <param name="plan">The platform.</param>
    /// <param name="options">The component's options.</param>
    public NodeIdentity(string name, string description, PlatformPlan plan, ComponentResourceOptions options)
        : base(Token, name, options)
    {
        var account = new Account(
            $"{name}-nodes",
            new AccountArgs
            {
                Project = plan.Project,
                AccountId = plan.NameOf($"-{name}-nodes", LongestAccountId),
                DisplayName = $"{plan.Cluster.Name}: {description}",
            },
            new() { Parent = this }
        );
        foreach (var role in Roles)
        {
            _ = new IAMMember(
                $"{name}-nodes-{role.Split('/')[1]}",
                new IAMMemberArgs
                {
                    Project = plan.Project,
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

    /// <summary>The account's e-mail address, by which nodes name it.</summary>
    public Output<string> Email { get; }

    /// <summary>The account as grants name it.</summary>
    public Output<string> Member { get; }
}
