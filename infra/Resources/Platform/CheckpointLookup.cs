using Pulumi;

namespace Infra.Resources.Platform;

/// <summary>Requires checkpoints before chips are paid for that would wait for them.</summary>
/// <remarks>
/// The preview of a deployment that creates a bucket cannot look into it and passes. The deployment itself fails, since a new bucket is empty.
/// </remarks>
internal static class CheckpointLookup
{
    /// <summary>Looks all checkpoints up, and returns once each is found.</summary>
    /// <param name="checkpoints">The checkpoints.</param>
    /// <param name="options">The options of the look-ups, such as the Google Cloud provider.</param>
    /// <exception cref="RunException">Checkpoints are missing or cannot be read. The message names all of them.</exception>
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
