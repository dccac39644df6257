using Infra.Model.Platform;
using Pulumi;

namespace Infra.Resources.Platform;

/// <summary>The name, location and project of a GKE cluster.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Location">Its region or zone.</param>
/// <param name="Project">Its Google Cloud project; null for the default project of the Google Cloud provider.</param>
public sealed record ClusterAddress(Input<string> Name, Input<string> Location, Input<string>? Project = null)
{
    /// <summary>
    /// The cluster's path in Google Cloud, which identifies it before it exists and is also its resource ID.
    /// </summary>
    /// <exception cref="InvalidOperationException">The address has no project.</exception>
    public Output<string> Identifier =>
        Project is { } project
            ? Output.Format($"projects/{project}/locations/{Location}/clusters/{Name}")
            : throw new InvalidOperationException("An address without a project does not identify a cluster.");

    /// <summary>Returns the cluster that the settings name.</summary>
    /// <param name="existing">The settings, with a name and a location.</param>
    public static ClusterAddress FromSettings(ExistingClusterSettings existing) =>
        new(existing.Name!, existing.Location!, existing.Project is { } project ? (Input<string>)project.Text : null);

    /// <summary>Returns the cluster that another stack of this program creates or uses.</summary>
    /// <param name="name">The stack's name: <c>ORGANIZATION/PROJECT/STACK</c>.</param>
    /// <exception cref="RunException">The stack does not exist or has no cluster.</exception>
    public static async Task<ClusterAddress> FromStackAsync(string name)
    {
        await StackReferenceLookup.RequireOutputsAsync(name, ["clusterName", "clusterLocation", "project"]);
        var stack = new StackReference(name);
        return new(Text(stack, "clusterName"), Text(stack, "clusterLocation"), Text(stack, "project"));
    }

    private static Output<string> Text(StackReference stack, string output) =>
        stack.RequireOutput(output).Apply(value => (string)value);
}
