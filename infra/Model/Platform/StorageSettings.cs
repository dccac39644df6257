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

    /// <summary>
    /// A custom role that TPU nodes get on the buckets of temporary data, besides <c>roles/storage.objectUser</c> and
    /// <c>roles/storage.insightsCollectorService</c>. Default: none. Pathways is only known to write objects, but its porting guide also
    /// lists <c>storage.buckets.update</c>, which predefined roles grant only together with permissions on the bucket's policy. If the proxy logs 403
    /// for this permission, create a custom role with only this permission.
    /// </summary>
    [RegularExpression("(projects/" + ProjectId.Pattern + "|organizations/[0-9]{1,19})/roles/[A-Za-z0-9_.]{3,64}")]
    [Expected("a custom role, projects/PROJECT/roles/ROLE or organizations/NUMBER/roles/ROLE")]
    public string? ScratchRole { get; init; }

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
    [Expected("a Cloud Storage location, such as us-east5 or US")]
    public string? Location { get; init; }
}
