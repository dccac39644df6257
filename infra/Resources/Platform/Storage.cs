using Infra.Model.Platform;
using Infra.Model.Servings;
using Pulumi;
using Pulumi.Gcp.Storage;
using Pulumi.Gcp.Storage.Inputs;

namespace Infra.Resources.Platform;

/// <summary>The buckets of the stack, and the roles of TPU nodes on these and on existing buckets.</summary>
public sealed class Storage : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:Storage";

    /// <summary>Permissions to write temporary objects, and to get the bucket, but none on its policy.</summary>
    /// <remarks>Source: Google's tutorial on serving with JetStream and Pathways, which grants the same two.</remarks>
    private static readonly string[] ScratchRoles =
    [
        "roles/storage.objectUser",
        "roles/storage.insightsCollectorService",
    ];

    /// <summary>Permissions to read objects, and to get the bucket, which Orbax does first.</summary>
    private static readonly string[] CheckpointRoles =
    [
        "roles/storage.objectViewer",
        "roles/storage.legacyBucketReader",
    ];

    private readonly string _name;
    private readonly PlatformModel _platform;
    private readonly Dictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>Creates buckets and grants.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="args">The platform, its servings and the identity of TPU nodes.</param>
    /// <param name="options">The component's options, with a provider for Google Cloud.</param>
    public Storage(string name, StorageArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        (_name, _platform) = (name, args.Platform);
        CreateBuckets();
        var member = args.TpuNodes.Member;
        string[] scratchRoles = [.. ScratchRoles, .. new[] { _platform.Storage.ScratchRole }.OfType<string>()];
        GrantRoles("scratch", args.Servings.Select(serving => serving.ScratchLocation.Bucket), scratchRoles, member);
        GrantRoles("checkpoint", args.Servings.Select(serving => serving.Checkpoint.Bucket), CheckpointRoles, member);
        RegisterOutputs();
    }

    /// <summary>Returns the name of a bucket, as an output of the bucket if the stack creates it.</summary>
    public Input<string> GetBucketName(string bucket) =>
        _buckets.TryGetValue(bucket, out var made) ? made.Name : bucket;

    /// <summary>Returns the name of a bucket, unknown until the stack has created it.</summary>
    public Output<string> GetExistingBucketName(string bucket) =>
        _buckets.TryGetValue(bucket, out var made)
            ? Output.Tuple(made.Id, made.Name).Apply(known => known.Item2)
            : Output.Create(bucket);

    private void CreateBuckets()
    {
        if (_platform.Storage.ScratchBucket is null)
        {
            CreateBucket(_platform.ScratchBucket, isData: false);
        }

        foreach (var bucket in _platform.Storage.CheckpointBuckets)
        {
            CreateBucket(bucket.Text, isData: true);
        }
    }

    /// <summary>Creates a bucket. Only buckets of temporary data are emptied before their deletion, and delete objects for good.</summary>
    private void CreateBucket(string bucket, bool isData)
    {
        var args = new BucketArgs
        {
            Name = bucket,
            Project = _platform.Project,
            Location = _platform.BucketLocation,
            StorageClass = "STANDARD",
            UniformBucketLevelAccess = true,
            PublicAccessPrevention = "enforced",
            ForceDestroy = !isData,
            Labels = _platform.Labels.ToDictionary(StringComparer.Ordinal),
        };
        if (!isData)
        {
            args.SoftDeletePolicy = new BucketSoftDeletePolicyArgs { RetentionDurationSeconds = 0 };
            args.LifecycleRules.Add(
                new BucketLifecycleRuleArgs
                {
                    Action = new BucketLifecycleRuleActionArgs { Type = "Delete" },
                    Condition = new BucketLifecycleRuleConditionArgs { Age = _platform.Storage.ScratchExpiryDays },
                }
            );
        }

        _buckets[bucket] = new(
            bucket,
            args,
            new() { Parent = this, Protect = isData ? _platform.Storage.Protect : null }
        );
    }

    private void GrantRoles(string purpose, IEnumerable<string> buckets, string[] roles, Input<string> member)
    {
        foreach (var bucket in buckets.Distinct(StringComparer.Ordinal))
        {
            foreach (var role in roles)
            {
                _ = new BucketIAMMember(
                    $"{_name}-{purpose}-{bucket}-{role[(role.LastIndexOfAny(['.', '/']) + 1)..]}",
                    new BucketIAMMemberArgs
                    {
                        Bucket = GetBucketName(bucket),
                        Role = role,
                        Member = member,
                    },
                    new() { Parent = this }
                );
            }
        }
    }
}

/// <summary>The arguments of <see cref="Storage"/>.</summary>
public sealed class StorageArgs : ResourceArgs
{
    /// <summary>The platform. Required.</summary>
    public required PlatformModel Platform { get; init; }

    /// <summary>The servings whose buckets TPU nodes may use. Required.</summary>
    public required IReadOnlyCollection<Serving> Servings { get; init; }

    /// <summary>The service account of TPU nodes. Required.</summary>
    public required NodeIdentity TpuNodes { get; init; }
}
