using Infra.Model.Names;
using Infra.Model.Platform;
using Infra.Model.Servings;
using Pulumi;
using Pulumi.Gcp.ServiceAccount;
using Pulumi.Gcp.Storage;
using Pulumi.Gcp.Storage.Inputs;

namespace Infra.Resources.Platform;

/// <summary>
/// A Google service account for the pods of one batch. It can read the prompt file, and create and read objects in the output folder; it
/// cannot overwrite or delete any.
/// </summary>
/// <remarks>
/// An IAM condition on object names cannot permit to list some objects, which the client does to resume; a role on a managed folder can. Both
/// require buckets with uniform bucket-level access. Sources: "List objects" and "Managed folders" in the Cloud Storage documentation.
/// </remarks>
public sealed class BatchIdentity : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:BatchIdentity";

    /// <summary>Permissions to create, list and get objects.</summary>
    private static readonly string[] OutputRoles = ["roles/storage.objectCreator", "roles/storage.objectViewer"];

    /// <summary>Creates the account and grants its roles.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="args">The batch and its buckets.</param>
    /// <param name="options">The component's options, with a provider for Google Cloud.</param>
    public BatchIdentity(string name, BatchIdentityArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        var account = CreateAccount($"{name}-batch", args);
        GrantWorkloadIdentity($"{name}-batch-pods", account, args);
        GrantInputAccess($"{name}-batch-input", account, args);
        GrantOutputAccess($"{name}-batch-output", account, args);
        Email = account.Email;
        RegisterOutputs();
    }

    /// <summary>The account's e-mail address.</summary>
    [Output("email")]
    public Output<string> Email { get; private set; }

    private Account CreateAccount(string name, BatchIdentityArgs args) =>
        new(
            name,
            new AccountArgs
            {
                Project = args.Platform.Project,
                AccountId = GoogleName.Create(
                    $"{args.Platform.Cluster.Name}-{args.Serving.Name}",
                    GoogleName.MaxAccountIdLength,
                    "-batch"
                ),
                DisplayName = $"{args.Platform.Cluster.Name}: batch inference of {args.Serving.Name}",
            },
            new() { Parent = this }
        );

    /// <summary>Lets the pods of one Kubernetes service account act as the Google service account.</summary>
    private void GrantWorkloadIdentity(string name, Account account, BatchIdentityArgs args) =>
        _ = new IAMMember(
            name,
            new IAMMemberArgs
            {
                ServiceAccountId = account.Name,
                Role = "roles/iam.workloadIdentityUser",
                Member =
                    $"serviceAccount:{args.Platform.WorkloadPool}[{args.Serving.NamespaceName}/{args.Batch.GetAccount(args.Serving)}]",
            },
            new() { Parent = this }
        );

    private void GrantInputAccess(string name, Account account, BatchIdentityArgs args)
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
                    Title = "prompt file only",
                    Expression = $"resource.name == \"projects/_/buckets/{input.Bucket}/objects/{input.Name}\"",
                },
            },
            new() { Parent = this }
        );
    }

    /// <summary>Creates a managed folder, which roles can be granted on. Deleting it keeps its objects.</summary>
    /// <remarks>
    /// The resource is named after the folder, not after the serving, so that a renamed serving keeps it: there can be only one per folder.
    /// </remarks>
    private void GrantOutputAccess(string name, Account account, BatchIdentityArgs args)
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
            new() { Parent = this }
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
                new() { Parent = this }
            );
        }
    }
}

/// <summary>The arguments of a <see cref="BatchIdentity"/>.</summary>
public sealed class BatchIdentityArgs : ResourceArgs
{
    /// <summary>The platform. Required.</summary>
    public required PlatformModel Platform { get; init; }

    /// <summary>The serving. Required.</summary>
    public required Serving Serving { get; init; }

    /// <summary>The batch. Required.</summary>
    public required Batch Batch { get; init; }

    /// <summary>The name of the bucket that holds the prompt file. Required.</summary>
    [Input("inputBucket", required: true)]
    public required Input<string> InputBucket { get; init; }

    /// <summary>The name of the bucket that holds the output folder. Required.</summary>
    [Input("outputBucket", required: true)]
    public required Input<string> OutputBucket { get; init; }
}
