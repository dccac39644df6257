using Pulumi;

namespace Infra.Resources.Platform;

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

    /// <summary>The cluster that another stack of this program created, or uses.</summary>
    /// <param name="name">The stack's name: <c>ORGANIZATION/PROJECT/STACK</c>.</param>
    /// <exception cref="RunException">There is no such stack, or it has no cluster.</exception>
    public static async Task<ClusterAddress> FromStackAsync(string name)
    {
        await StackReferenceLookup.RequireOutputsAsync(name, ["clusterName", "clusterLocation", "project"]);
        var stack = new StackReference(name);
        return new(Text(stack, "clusterName"), Text(stack, "clusterLocation"), Text(stack, "project"));
    }

    private static Output<string> Text(StackReference stack, string output) =>
        stack.RequireOutput(output).Apply(value => (string)value);
}
