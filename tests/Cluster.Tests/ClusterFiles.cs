namespace Cluster.Tests;

/// <summary>The files that describe the cluster and the stack of the test with kind.</summary>
internal static class ClusterFiles
{
    /// <summary>Reads a file of this folder.</summary>
    public static string Read(string name) => Repository.Read($"tests/Cluster.Tests/{name}");

    /// <summary>A project with the stack <c>kind</c>.</summary>
    public static DirectoryInfo CreateProject()
    {
        var folder = Directory.CreateTempSubdirectory("cluster-");
        File.WriteAllText(Path.Combine(folder.FullName, "Pulumi.yaml"), "name: jetstream-pathways\nruntime: dotnet\n");
        File.WriteAllText(Path.Combine(folder.FullName, "Pulumi.kind.yaml"), Read("Pulumi.kind.yaml"));
        return folder;
    }
}
