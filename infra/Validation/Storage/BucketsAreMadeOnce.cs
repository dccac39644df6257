using Infra.Model.Platform;

namespace Infra.Validation.Storage;

/// <summary>A bucket is made once, and temporary data does not lie among checkpoints.</summary>
public sealed class BucketsAreMadeOnce : IRule
{
    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        if (stack.Platform is not { } plan)
        {
            return;
        }

        CheckMade(plan, report.At("storage"));
        CheckApart(stack, report);
    }

    private static void CheckMade(PlatformPlan plan, Report place)
    {
        var buckets = plan.Storage.CheckpointBuckets.Select(bucket => bucket.Text).ToList();
        foreach (var (index, bucket) in buckets.Index())
        {
            if (bucket == plan.ScratchBucket)
            {
                place.Error($"checkpointBuckets[{index}]", "is the scratch bucket; accepted: a bucket of its own");
            }

            if (buckets.IndexOf(bucket) < index)
            {
                place.Error($"checkpointBuckets[{index}]", "stands there twice; accepted: each bucket once");
            }
        }
    }

    /// <summary>What nodes may do to a scratch bucket, which is to write and delete, they must not do to checkpoints.</summary>
    private static void CheckApart(CheckedStack stack, Report report)
    {
        var checkpoints = stack.Servings.Select(one => one.Serving.Checkpoint.Bucket).ToHashSet(StringComparer.Ordinal);
        foreach (
            var (key, serving, _) in stack.Servings.Where(one =>
                checkpoints.Contains(one.Serving.ScratchLocation.Bucket)
            )
        )
        {
            report
                .At(key)
                .Error(
                    "scratch",
                    $"lies in {serving.ScratchLocation.Bucket}, a bucket of checkpoints, which nodes would then be allowed to overwrite; "
                        + "accepted: another bucket, or none for the stack's own"
                );
        }
    }
}
