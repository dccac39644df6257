using Infra.Model.Names;
using Pulumi;
using Pulumi.Gcp.Storage;
using Pulumi.Utilities;

namespace Infra.Resources.Platform;

/// <summary>A serving's checkpoint and the bucket to look it up in.</summary>
/// <param name="Serving">The serving's name.</param>
/// <param name="Path">The path of the checkpoint.</param>
/// <param name="Bucket">The bucket's name; unknown while the bucket does not exist.</param>
internal sealed record Checkpoint(string Serving, GcsPath Path, Output<string> Bucket)
{
    private string Folder => Path.Name.Trim('/') is { Length: > 0 } name ? $"{name}/" : "";

    /// <summary>Returns why the checkpoint cannot be loaded; null if an object exists under its path or the bucket is not known yet.</summary>
    /// <param name="options">The options of the look-up, such as the Google Cloud provider.</param>
    public async Task<string?> FindProblemAsync(InvokeOptions options)
    {
        if (!await OutputUtilities.GetIsKnownAsync(Bucket))
        {
            return null;
        }

        var args = new GetBucketObjectsArgs { Bucket = await OutputUtilities.GetValueAsync(Bucket) };
        if (Folder.Length > 0)
        {
            args.Prefix = Folder;
        }

        try
        {
            return HasObjects(await GetBucketObjects.InvokeAsync(args, options))
                ? null
                : $"{Path} contains no checkpoint.";
        }
        catch (Exception failure)
        {
            return Describe(ProviderError.From(failure));
        }
    }

    // Consoles create an empty object to represent a folder.
    private bool HasObjects(GetBucketObjectsResult found) =>
        !found.BucketObjects.IsDefaultOrEmpty && found.BucketObjects.Any(item => item.Name != Folder);

    private string Describe(ProviderError error)
    {
        var bucket = $"bucket gs://{Path.Bucket}";
        var problem = error.Kind switch
        {
            ProviderErrorKind.Forbidden =>
                $"no access to {bucket} (403). Grant roles/storage.objectViewer on it to the deploying identity.",
            ProviderErrorKind.NotFound => $"{bucket} does not exist (404). Create it or correct `checkpoint`.",
            _ => $"{bucket} cannot be read.",
        };
        return $"{problem} Cause: {error.Cause}";
    }
}
