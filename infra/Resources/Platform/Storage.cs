using Infra.Model.Platform;
using Infra.Model.Servings;
using Pulumi;
using Pulumi.Gcp.Storage;
using Pulumi.Gcp.Storage.Inputs;

namespace Infra.Resources.Platform;

/// <summary>The buckets of the stack, and what TPU nodes may do in these and in those that are brought along.</summary>
public sealed class Storage : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:Storage";

    /// <summary>
    /// Write temporary objects, and get and update the bucket itself, which Pathways does; the narrowest role with the latter is that of
    /// the bucket's owner. Source: the porting guide of Pathways.
    /// </summary>
    private static readonly string[] ScratchRoles = ["roles/storage.objectUser", "roles/storage.legacyBucketOwner"];

    /// <summary>Read objects, and get the bucket itself, which Orbax does before it reads.</summary>
    private static readonly string[] CheckpointRoles =
    [
        "roles/storage.objectViewer",
        "roles/storage.legacyBucketReader",
    ];

    private readonly PlatformPlan _plan;
    private readonly Dictionary<string, Bucket> _made = new(StringComparer.Ordinal);

    /// <summary>Declares buckets and grants.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="plan">What is to be made.</param>
    /// <param name="servings">The servings, whose buckets the nodes may use.</param>
    /// <param name="reader">The TPU nodes' service account, as grants name it.</param>
    /// <param name="options">The component's options.</param>
    public Storage(
        string name,
        PlatformPlan plan,
        IReadOnlyCollection<Serving> servings,
        Input<string> reader,
        ComponentResourceOptions options
    )
        : base(Token, name, options)
    {
        _plan = plan;
        DeclareBuckets();
        Grant("scratch", servings.Select(serving => serving.ScratchLocation.Bucket), ScratchRoles, reader);
        Grant("checkpoint", servings.Select(serving => serving.Checkpoint.Bucket), CheckpointRoles, reader);
        RegisterOutputs();
    }

    /// <summary>A bucket's name: from the bucket itself where the stack makes it.</summary>
    public Input<string> NameOf(string bucket) => _made.TryGetValue(bucket, out var made) ? made.Name : bucket;

    /// <summary>A bucket's name, unknown while the stack has yet to create the bucket.</summary>
    public Output<string> ExistingBucket(string bucket) =>
        _made.TryGetValue(bucket, out var made)
            ? Output.Tuple(made.Id, made.Name).Apply(known => known.Item2)
            : Output.Create(bucket);

    private void DeclareBuckets()
    {
        if (_plan.Storage.ScratchBucket is null)
        {
            Declare(_plan.ScratchBucket, isData: false);
        }

        foreach (var bucket in _plan.Storage.CheckpointBuckets)
        {
            Declare(bucket.Text, isData: true);
        }
    }

    /// <summary>A bucket that holds data is not emptied to delete it; one of temporary objects is, and forgets them at once.</summary>
    private void Declare(string bucket, bool isData)
    {
        var args = new BucketArgs
        {
            Name = bucket,
            Project = _plan.Project,
            Location = _plan.BucketLocation,
            StorageClass = "STANDARD",
            UniformBucketLevelAccess = true,
            PublicAccessPrevention = "enforced",
            ForceDestroy = !isData,
            Labels = _plan.Labels.ToDictionary(StringComparer.Ordinal),
        };
        if (!isData)
        {
            args.SoftDeletePolicy = new BucketSoftDeletePolicyArgs { RetentionDurationSeconds = 0 };
            args.LifecycleRules.Add(
                new BucketLifecycleRuleArgs
                {
                    Action = new BucketLifecycleRuleActionArgs { Type = "Delete" },
                    Condition = new BucketLifecycleRuleConditionArgs { Age = _plan.Storage.ScratchExpiryDays },
                }
            );
        }

        _made[bucket] = new(bucket, args, new() { Parent = this, Protect = isData ? _plan.Storage.Protect : null });
    }

    private void Grant(string purpose, IEnumerable<string> buckets, string[] roles, Input<string> reader)
    {
        foreach (var bucket in buckets.Distinct(StringComparer.Ordinal))
        {
            foreach (var role in roles)
            {
                _ = new BucketIAMMember(
                    $"{purpose}-{bucket}-{role.Split('.')[1]}",
                    new BucketIAMMemberArgs
                    {
                        Bucket = NameOf(bucket),
                        Role = role,
                        Member = reader,
                    },
                    new() { Parent = this }
                );
            }
        }
    }
}
