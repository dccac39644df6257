using System.Collections.Immutable;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Buckets.</summary>
internal static class StorageRules
{
    /// <summary>Google's own bucket, which its guide to Pathways uses; its finished samples use one of the reader's.</summary>
    private const string GoogleBucket = "cloud-pathways-staging";

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        new("DuplicateBucket", CheckDuplicates),
        Rule.ForServing(
            "ScratchAmongCheckpoints",
            Severity.Error,
            "scratch",
            (stack, one) => one.Serving.Scratch is { } scratch ? ScratchViolation(stack, scratch.Bucket) : null
        ),
        Rule.ForStack(
            "ScratchAmongCheckpoints",
            Severity.Error,
            "storage.scratchBucket",
            stack =>
                stack.Servings.Any(one => one.Serving.Scratch is null)
                    ? ScratchViolation(stack, stack.Platform?.ScratchBucket)
                    : null
        ),
        Rule.ForStack(
            "GoogleStagingBucket",
            Severity.Warning,
            "storage.scratchBucket",
            stack => OwnedByGoogle(stack.Settings.Storage.ScratchBucket?.Text)
        ),
        Rule.ForServing(
            "GoogleStagingBucket",
            Severity.Warning,
            "scratch",
            (_, one) => OwnedByGoogle(one.Serving.Scratch?.Bucket)
        ),
        Rule.ForServing(
            "GoogleStagingBucket",
            Severity.Warning,
            "checkpoint",
            (_, one) => OwnedByGoogle(one.Serving.Checkpoint.Bucket)
        ),
    ];

    private static string? ScratchViolation(RuleContext stack, string? bucket) =>
        stack.Platform is not null && bucket is not null && stack.CheckpointBuckets.Contains(bucket)
            ? $"{bucket} contains checkpoints that nodes could then overwrite. Allowed: another bucket, or none (the stack then uses its scratch bucket)"
            : null;

    private static string? OwnedByGoogle(string? bucket) =>
        bucket == GoogleBucket
            ? $"{bucket} is Google's own staging bucket. Use a bucket of your own in the region of the slices"
            : null;

    private static void CheckDuplicates(RuleContext stack, DiagnosticSink diagnostics)
    {
        if (stack.Platform is not { } platform)
        {
            return;
        }

        const string key = "storage.checkpointBuckets";
        var buckets = platform.Storage.CheckpointBuckets.Select(bucket => bucket.Text).ToList();
        foreach (var (index, bucket) in buckets.Index())
        {
            if (bucket == platform.ScratchBucket)
            {
                diagnostics.Error($"{key}[{index}]", $"{bucket} is also the scratch bucket. Allowed: another bucket");
            }
        }

        diagnostics.RefuseDuplicates(key, buckets);
    }
}
