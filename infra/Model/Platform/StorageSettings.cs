using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Model.Names;

namespace Infra.Model.Platform;

/// <summary>The buckets of a managed platform.</summary>
public sealed record StorageSettings
{
    /// <summary>
    /// A bucket that exists, for the temporary data of every serving that names no place of its own. Default: a bucket is made.
    /// </summary>
    public BucketName? ScratchBucket { get; init; }

    /// <summary>After how many days objects in the scratch bucket that is made here are deleted. Default 7.</summary>
    [Range(1, 365)]
    public required int ScratchExpiryDays { get; init; }

    /// <summary>Buckets to make for checkpoints; a bucket that exists is only named by its serving. Default: none.</summary>
    public IReadOnlyList<BucketName> CheckpointBuckets { get; init; } = [];

    /// <summary>
    /// Whether Pulumi refuses to delete the buckets made for checkpoints. Default <c>true</c>, also in dev: converting a checkpoint takes
    /// hours.
    /// </summary>
    public required bool Protect { get; init; }

    /// <summary>Where the buckets that are made here lie. Default: the stack's region, next to the chips.</summary>
    [RegularExpression("[A-Za-z]+[A-Za-z0-9-]*")]
    [Accepted("a location of Cloud Storage, such as us-east5 or US")]
    public string? Location { get; init; }
}
