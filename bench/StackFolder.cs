using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Bench;

/// <summary>A generated Pulumi project and a chart with the same servings.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Count">The number of servings in each stack.</param>
internal sealed record StackFolder(string Path, int Count)
{
    /// <summary>The stack on an existing cluster, with only two Kubernetes objects per serving.</summary>
    public const string Existing = "existing";

    /// <summary>The stack with a managed cluster and node pools.</summary>
    public const string Managed = "managed";

    private const string Project = "jetstream-pathways";

    /// <summary>The chart's folder.</summary>
    public string Chart => System.IO.Path.Combine(Path, "chart");

    /// <summary>The folder of the base stack: every tenth serving has another batch size, and the last one is missing.</summary>
    public string BasePath => System.IO.Path.Combine(Path, "base");

    /// <summary>The saved plan of the managed stack in a folder.</summary>
    public static string PlanPath(string folder) => System.IO.Path.Combine(folder, "plan.json");

    /// <summary>Generates the project and the chart.</summary>
    /// <param name="work">The parent folder.</param>
    /// <param name="count">The number of servings.</param>
    /// <param name="chart">The chart without servings.</param>
    public static StackFolder Write(string work, int count, string chart)
    {
        var folder = new StackFolder(System.IO.Path.Combine(work, count.ToString(CultureInfo.InvariantCulture)), count);
        Directory.CreateDirectory(folder.BasePath);
        folder.WriteStacks();
        folder.WriteChart(chart);
        return folder;
    }

    private void WriteStacks()
    {
        var managed = Serving.WithOneSlice(Count);
        var baseServings = managed.Select((serving, index) => index % 10 == 0 ? serving with { Batch = 5 } : serving);
        WriteProject(Path, managed);
        WriteProject(BasePath, [.. baseServings.SkipLast(1)]);
        File.WriteAllText(
            System.IO.Path.Combine(Path, $"Pulumi.{Existing}.yaml"),
            Stack(ExistingCluster, Serving.WithBothPresets(Count))
        );
    }

    private static void WriteProject(string folder, ImmutableArray<Serving> managed)
    {
        File.WriteAllText(System.IO.Path.Combine(folder, "Pulumi.yaml"), $"name: {Project}\nruntime: dotnet\n");
        File.WriteAllText(System.IO.Path.Combine(folder, $"Pulumi.{Managed}.yaml"), Stack(ManagedCluster, managed));
    }

    private void WriteChart(string chart)
    {
        foreach (var file in Directory.EnumerateFiles(chart, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(Chart, System.IO.Path.GetRelativePath(chart, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        File.AppendAllText(System.IO.Path.Combine(Chart, "values.yaml"), Values(Serving.WithBothPresets(Count)));
    }

    private const string ExistingCluster = $"""
        config:
          {Project}:cluster:
            existing: {"{}"}
          {Project}:leaderWorkerSet:
            install: false

        """;

    private const string ManagedCluster = $"""
        config:
          {Project}:environment: dev
          {Project}:project: bench-project
          {Project}:region: us-east5
          {Project}:zone: us-east5-b
          {Project}:cluster:
            managed:
              enableApis: true

        """;

    // The chart has no readiness check, smoke test or monitoring.
    private static string Stack(string cluster, ImmutableArray<Serving> servings)
    {
        var text = new StringBuilder(cluster).AppendLine($"  {Project}:servings:");
        foreach (var serving in servings)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"""
                    - name: {serving.Name}
                      preset: {serving.Preset}
                      checkpoint: {serving.Checkpoint}
                      scratch: {serving.Scratch}
                      maxText:
                        flags:
                          - per_device_batch_size: {serving.Batch}
                      service:
                        port: {serving.Port}
                      waitUntilReady: false
                      smokeTest:
                        enabled: false
                      monitoring:
                        prometheusPort: 0
                        dashboard: false
                        alerts: false
                """
            );
        }

        return text.ToString();
    }

    private static string Values(ImmutableArray<Serving> servings)
    {
        var text = new StringBuilder("\nservings:\n");
        foreach (var serving in servings)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"""
                  - name: {serving.Name}
                    preset: {serving.Preset}
                    checkpoint: {serving.Checkpoint}
                    scratch: {serving.Scratch}
                    flags:
                      per_device_batch_size: {serving.Batch}
                    port: {serving.Port}
                """
            );
        }

        return text.ToString();
    }
}
