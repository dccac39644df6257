using Infra.Settings;
using Pulumi;
using Pulumi.Gcp.Storage;

namespace Infra.Platform;

/// <summary>Looks whether a checkpoint is there before chips are paid for that would wait for it.</summary>
public static class CheckpointLookup
{
    /// <summary>
    /// A resource to depend on, once an object has been found below the checkpoint's path. Whatever has it in its <c>DependsOn</c> is
    /// refused, before it is made, while there is none.
    /// </summary>
    /// <remarks>
    /// Only the order hangs on the look-up, no argument: an answer that is not known yet plans no change. A bucket that the same
    /// deployment makes cannot be looked into by its preview; the deployment itself then refuses what depends on it, since a new bucket
    /// is empty.
    /// </remarks>
    /// <param name="serving">The serving's name, for the message.</param>
    /// <param name="checkpoint">Where the checkpoint has to be.</param>
    /// <param name="bucket">The bucket's name, from the bucket itself where this stack makes it.</param>
    /// <param name="resource">What to depend on.</param>
    /// <param name="options">The options of the look-up, such as the Google Cloud provider. Default: none.</param>
    public static Output<Resource> Confirm(
        string serving,
        GcsPath checkpoint,
        Input<string> bucket,
        Resource resource,
        InvokeOptions? options = null
    )
    {
        var folder = Folder(checkpoint);
        var args = new GetBucketObjectsInvokeArgs { Bucket = bucket };
        if (folder.Length > 0)
        {
            args.Prefix = folder;
        }

        return GetBucketObjects
            .Invoke(args, options)
            .Apply(found => IsFilled(found, folder) ? resource : throw Refusal(serving, checkpoint));
    }

    // Consoles stand an empty object in for a folder.
    private static bool IsFilled(GetBucketObjectsResult found, string folder) =>
        !found.BucketObjects.IsDefaultOrEmpty && found.BucketObjects.Any(item => item.Name != folder);

    private static string Folder(GcsPath path)
    {
        var below = path.Name.Trim('/');
        return below.Length == 0 ? "" : $"{below}/";
    }

    private static RunException Refusal(string serving, GcsPath checkpoint) =>
        new(
            $"The serving {serving} has no checkpoint: nothing lies below {checkpoint}. No TPU node pool is made for it.\n"
                + $"Deploy it with 'deployed: false', which makes everything else; convert the checkpoint and copy it to {checkpoint}; "
                + "then deploy it with 'deployed: true'. docs/checkpoints.md has the commands."
        );
}
