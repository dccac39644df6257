using Infra.Tests.Batches;
using OfflinePreview.Graph;

namespace Infra.Tests.Batch;

/// <summary>The client from its source, as the Job starts it, in surroundings like those of its pod.</summary>
public sealed class AsTheJobRunsItTests : IDisposable
{
    private const string Container = "spec|template|spec|containers|0";
    private readonly DirectoryInfo _pod = Directory.CreateTempSubdirectory("batch-pod-");

    [Fact]
    public async Task From_a_mounted_ConfigMap_with_an_empty_home_and_no_network_it_answers_every_prompt_and_heeds_SIGTERM()
    {
        var job = (
            await BatchStack.ManagedAsync("batch: { input: gs://questions/prompts.jsonl, output: gs://answers/run }")
        ).Job();
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(12));
        var hangs = new TaskCompletionSource();
        run.Server.OnQuestion = n =>
        {
            if (n <= 6)
            {
                return Task.CompletedTask;
            }

            hangs.TrySetResult();
            return Task.Delay(Timeout.Infinite);
        };
        var mounts = Mount(job);

        using var first = BatchClient.Start("/", Command(job, run, mounts), Surroundings(job, run, mounts));
        await hangs.Task;
        first.Terminate();
        var stopped = await first.EndAsync();
        run.Server.OnQuestion = _ => Task.CompletedTask;
        using var second = BatchClient.Start("/", Command(job, run, mounts), Surroundings(job, run, mounts));
        var finished = await second.EndAsync();

        Assert.True(stopped.ExitCode == 143, stopped.Output + stopped.Errors);
        Assert.True(finished.ExitCode == 0, finished.Output + finished.Errors);
        Assert.Equal(Enumerable.Range(1, 12), run.Results.Select(r => (int)r["line"]!));
        Assert.Equal(["..2026_01_01", "..data", "batch-client.cs"], Below(mounts[ClientFolder(job)]));
    }

    public void Dispose() => _pod.Delete(recursive: true);

    /// <summary>Where the pod's folders lie: that of the ConfigMap, laid out as the kubelet does, links to links, and an empty one.</summary>
    private Dictionary<string, string> Mount(ResourceNode job)
    {
        var client = _pod.CreateSubdirectory("client");
        var data = client.CreateSubdirectory("..2026_01_01");
        File.Copy(BatchClient.Source, Path.Combine(data.FullName, "batch-client.cs"));
        Directory.CreateSymbolicLink(Path.Combine(client.FullName, "..data"), data.Name);
        File.CreateSymbolicLink(Path.Combine(client.FullName, "batch-client.cs"), "..data/batch-client.cs");
        return new(StringComparer.Ordinal)
        {
            [ClientFolder(job)] = client.FullName,
            [WorkFolder(job)] = _pod.CreateSubdirectory("work").FullName,
        };
    }

    private static string ClientFolder(ResourceNode job) => job.TextAt($"{Container}|volumeMounts|0|mountPath")!;

    private static string WorkFolder(ResourceNode job) => job.TextAt($"{Container}|volumeMounts|1|mountPath")!;

    /// <summary>The Job's own words after <c>dotnet</c>, with the servers of the test in place of those of the cluster.</summary>
    private static string[] Command(ResourceNode job, BatchRun run, Dictionary<string, string> mounts)
    {
        Assert.Equal("dotnet", job.Command()[0]);
        var endpoint = job.Option("--endpoint");
        return [.. job.Command().Skip(1).Select(word => word == endpoint ? run.Server.Endpoint : Below(mounts, word))];
    }

    /// <summary>The Job's own variables. A proxy that nobody listens at stands for a network that is not there.</summary>
    private static Dictionary<string, string> Surroundings(
        ResourceNode job,
        BatchRun run,
        Dictionary<string, string> mounts
    )
    {
        var variables = new Dictionary<string, string>(run.Environment)
        {
            ["TMPDIR"] = mounts["/tmp"],
            ["NUGET_PACKAGES"] = Path.Combine(mounts["/tmp"], "packages"),
            ["HTTP_PROXY"] = "http://127.0.0.1:9",
            ["HTTPS_PROXY"] = "http://127.0.0.1:9",
            ["NO_PROXY"] = "127.0.0.1",
        };
        foreach (var (name, value) in job.Variables())
        {
            variables[name] = Below(mounts, value);
        }

        return variables;
    }

    /// <summary>A path of the pod where it lies here; any other text as it is.</summary>
    private static string Below(Dictionary<string, string> mounts, string text) =>
        mounts.FirstOrDefault(mount => text == mount.Key || text.StartsWith($"{mount.Key}/", StringComparison.Ordinal))
            is { Key: { } folder, Value: { } here }
            ? here + text[folder.Length..]
            : text;

    private static string[] Below(string folder) =>
        [
            .. Directory
                .EnumerateFileSystemEntries(folder)
                .Select(e => Path.GetFileName(e)!)
                .Order(StringComparer.Ordinal),
        ];
}
