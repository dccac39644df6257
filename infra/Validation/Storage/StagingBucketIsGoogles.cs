namespace Infra.Validation.Storage;

/// <summary>The bucket of Google's guide is Google's own: nobody else can rely on writing to it.</summary>
/// <remarks>Source: the guide, which uses it without a word; Google's finished samples put a bucket of one's own in its place.</remarks>
public sealed class StagingBucketIsGoogles : IRule
{
    private const string Bucket = "cloud-pathways-staging";

    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        Check(stack.Settings.Storage.ScratchBucket?.Text, "storage.scratchBucket", report);
        foreach (var (key, serving, _) in stack.Servings)
        {
            Check(serving.Scratch?.Bucket, "scratch", report.At(key));
            Check(serving.Checkpoint.Bucket, "checkpoint", report.At(key));
        }
    }

    private static void Check(string? bucket, string key, Report report)
    {
        if (bucket == Bucket)
        {
            report.Warn(
                key,
                $"{Bucket} is Google's own staging bucket; accepted: a bucket of yours in the region of the slices"
            );
        }
    }
}
