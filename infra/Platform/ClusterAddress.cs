using Pulumi;

namespace Infra.Platform;

/// <summary>Which GKE cluster is meant.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Location">Its region or zone.</param>
/// <param name="Project">Its Google Cloud project; null for the one that the Google Cloud provider is set to.</param>
public sealed record ClusterAddress(Input<string> Name, Input<string> Location, Input<string>? Project = null)
{
    /// <summary>
    /// What tells the cluster from every other, known before it exists: its path in Google Cloud, which is also the id that Google Cloud's
    /// provider gives it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The address has no project.</exception>
    public Output<string> Identifier =>
        Project is { } project
            ? Output.Format($"projects/{project}/locations/{Location}/clusters/{Name}")
            : throw new InvalidOperationException("An address without a project does not identify a cluster.");

    /// <summary>The cluster that another stack of this program made, or uses.</summary>
    /// <param name="stack">The stack; it has the outputs <c>clusterName</c>, <c>clusterLocation</c> and <c>project</c>.</param>
    public static ClusterAddress Of(StackReference stack) =>
        new(Text(stack, "clusterName"), Text(stack, "clusterLocation"), Text(stack, "project"));

    private static Output<string> Text(StackReference stack, string output) =>
        Output
            .Tuple(stack.Name, stack.GetOutput(output))
            .Apply(found =>
                found.Item2 as string
                ?? throw new RunException(
                    $"The stack {found.Item1} has no output {output}; required is a stack of this program that has been deployed, "
                        + "with the outputs clusterName, clusterLocation and project."
                )
            );
}
