using System.ComponentModel.DataAnnotations;
using Infra.Model.Names;
using StackConfig.Binding;

namespace Infra.Model.Platform;

/// <summary>The buckets of a managed cluster.</summary>
public sealed record StorageSettings
{
    /// <summary>
    /// An existing bucket for the temporary data of servings without <c>scratch</c>. Default: the stack creates a bucket.
    /// </summary>
    public BucketName? ScratchBucket { get; init; }

    /// <summary>The number of days after which objects in the scratch bucket that the stack creates are deleted. Default 7.</summary>
    [Range(1, 365)]
    public required int ScratchExpiryDays { get; init; }

    /// <summary>The checkpoint buckets to create; an existing bucket needs no entry. Default: none.</summary>
    public IReadOnlyList<BucketName> CheckpointBuckets { get; init; } = [];

    /// <summary>
    /// Whether Pulumi refuses to delete the checkpoint buckets that the stack creates. Default <c>true</c>, also in dev, because converting a
    /// checkpoint takes hours.
    /// </summary>
    public required bool Protect { get; init; }

    /// <summary>The location of the buckets that the stack creates. Default: the stack's region.</summary>
    [RegularExpression("[A-Za-z]+[A-Za-z0-9-]*")]
    [Expected("a location of Cloud Storage, such as us-east5 or US")]
    public string? Location { get; init; }
}
