namespace Infra.Settings.Rules.Storage;

/// <summary>A bucket is made once, and temporary data does not lie among checkpoints.</summary>
public sealed class BucketsAreMadeOnce : IRule
{
    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        if (stack.Platform?.Storage is not { } storage)
        {
            return;
        }

        var place = report.At("storage");
        foreach (var (index, bucket) in storage.CheckpointBuckets.Index())
        {
            if (bucket == storage.Scratch)
            {
                place.Error($"checkpointBuckets[{index}]", "is the scratch bucket; accepted: a bucket of its own");
            }

            if (storage.CheckpointBuckets.IndexOf(bucket) < index)
            {
                place.Error($"checkpointBuckets[{index}]", "stands there twice; accepted: each bucket once");
            }
        }
    }
}
