using Pulumi;

namespace Infra.Resources.Platform;

/// <summary>Requires that checkpoints exist before the TPU node pools that would wait for them are created.</summary>
/// <remarks>
/// The preview of a deployment that creates the bucket passes, because the bucket cannot be listed yet. The deployment itself fails: a new
/// bucket is empty.
/// </remarks>
internal static class CheckpointLookup
{
    /// <summary>Looks up all checkpoints and returns when each exists.</summary>
    /// <param name="checkpoints">The checkpoints.</param>
    /// <param name="options">The options of the look-ups, such as the Google Cloud provider.</param>
    /// <exception cref="RunException">Checkpoints are missing or cannot be read; the message lists all of them.</exception>
    public static async Task RequireAsync(IReadOnlyList<Checkpoint> checkpoints, InvokeOptions options)
    {
        var problems = await Task.WhenAll(checkpoints.Select(checkpoint => checkpoint.FindProblemAsync(options)));
        var lines = checkpoints
            .Zip(problems)
            .Where(looked => looked.Second is not null)
            .Select(looked => $"Serving {looked.First.Serving}: {looked.Second}")
            .ToList();
        if (lines.Count > 0)
        {
            throw new RunException(
                $"{string.Join('\n', lines)}\n"
                    + "No TPU node pool is created without a checkpoint. Set `deployed: false` on the serving to deploy everything else, "
                    + "copy the checkpoint to its path, then set `deployed: true`. docs/checkpoints.md has the commands."
            );
        }
    }
}
