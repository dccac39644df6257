using Infra.Model.Names;
using Infra.Model.Platform;
using Infra.Model.Servings;
using Pulumi;
using Pulumi.Gcp.ServiceAccount;
using Pulumi.Gcp.Storage;
using Pulumi.Gcp.Storage.Inputs;

namespace Infra.Resources.Platform;

/// <summary>
/// A Google service account that the pods of one batch act as. It may get the file of prompts, and create and read objects in the folder
/// of answers; it may neither overwrite nor delete any.
/// </summary>
/// <remarks>
/// A condition on the names of objects cannot allow to list some of them, which the client does to go on where another stopped; a role on
/// a managed folder can. Both need buckets with uniform bucket-level access. Sources: "List objects" and "Managed folders" of Cloud Storage.
/// </remarks>
public sealed class BatchIdentity : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:BatchIdentity";

    private const int LongestAccountId = 30;

    /// <summary>Create objects, and list and get them.</summary>
    private static readonly string[] OutputRoles = ["roles/storage.objectCreator", "roles/storage.objectViewer"];

    /// <summary>Declares the account and what it may do.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="args">The batch and its buckets.</param>
    /// <param name="options">The component's options.</param>
    public BatchIdentity(string name, BatchIdentityArgs args, ComponentResourceOptions options)
        : base(Token, name, args, options)
    {
        var account = DeclareAccount($"{name}-batch", args);
        AllowPods($"{name}-batch-pods", account, args);
        AllowInput($"{name}-batch-input", account, args);
        AllowOutput($"{name}-batch-output", account, args);
        Email = $"{AccountId(args)}@{args.Plan.Project}.iam.gserviceaccount.com";
        RegisterOutputs();
    }

    /// <summary>The account's e-mail address, by which the Kubernetes service account names it.</summary>
    public string Email { get; }

    private CustomResourceOptions Child => new() { Parent = this };

    private static string AccountId(BatchIdentityArgs args) =>
        GoogleName.Create($"{args.Plan.Cluster.Name}-{args.Serving.Name}", LongestAccountId, "-batch");

    private Account DeclareAccount(string name, BatchIdentityArgs args) =>
        new(
            name,
            new AccountArgs
            {
                Project = args.Plan.Project,
                AccountId = AccountId(args),
                DisplayName = $"{args.Plan.Cluster.Name}: batch of {args.Serving.Name}",
            },
            Child
        );

    /// <summary>Lets the pods of one Kubernetes service account act as the account.</summary>
    private void AllowPods(string name, Account account, BatchIdentityArgs args) =>
        _ = new IAMMember(
            name,
            new IAMMemberArgs
            {
                ServiceAccountId = account.Name,
                Role = "roles/iam.workloadIdentityUser",
                Member =
                    $"serviceAccount:{args.Plan.WorkloadPool}[{args.Serving.NamespaceName}/{args.Batch.AccountOf(args.Serving)}]",
            },
            Child
        );

    private void AllowInput(string name, Account account, BatchIdentityArgs args)
    {
        var input = args.Batch.Input;
        _ = new BucketIAMMember(
            name,
            new BucketIAMMemberArgs
            {
                Bucket = args.InputBucket,
                Role = "roles/storage.objectViewer",
                Member = account.Member,
                Condition = new BucketIAMMemberConditionArgs
                {
                    Title = "only the prompts",
                    Expression = $"resource.name == \"projects/_/buckets/{input.Bucket}/objects/{input.Name}\"",
                },
            },
            Child
        );
    }

    /// <summary>Makes the folder one that roles can be given on; without it, its objects stay where they are.</summary>
    /// <remarks>
    /// Its resource is named after the folder, not after the serving: a renamed serving keeps it, as a second one cannot be made there.
    /// </remarks>
    private void AllowOutput(string name, Account account, BatchIdentityArgs args)
    {
        var output = args.Batch.Output;
        var folder = new ManagedFolder(
            $"{output.Bucket}/{output.Name}",
            new ManagedFolderArgs
            {
                Bucket = args.OutputBucket,
                Name = output.Name,
                ForceDestroy = true,
            },
            Child
        );
        foreach (var role in OutputRoles)
        {
            _ = new ManagedFolderIamMember(
                $"{name}-{role.Split('.')[1]}",
                new ManagedFolderIamMemberArgs
                {
                    Bucket = folder.Bucket,
                    ManagedFolder = folder.Name,
                    Role = role,
                    Member = account.Member,
                },
                Child
            );
        }
    }
}

/// <summary>The arguments of a <see cref="BatchIdentity"/>.</summary>
public sealed class BatchIdentityArgs : ResourceArgs
{
    /// <summary>The platform. Required.</summary>
    public required PlatformPlan Plan { get; init; }

    /// <summary>The serving whose batch it is. Required.</summary>
    public required Serving Serving { get; init; }

    /// <summary>The batch. Required.</summary>
    public required Batch Batch { get; init; }

    /// <summary>The name of the bucket with the prompts. Required.</summary>
    [Input("inputBucket", required: true)]
    public required Input<string> InputBucket { get; init; }

    /// <summary>The name of the bucket with the folder of answers. Required.</summary>
    [Input("outputBucket", required: true)]
    public required Input<string> OutputBucket { get; init; }
}
