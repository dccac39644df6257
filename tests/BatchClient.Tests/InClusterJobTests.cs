namespace BatchClient.Tests;

/// <summary>Runs the client from source with the command, environment and volumes of its Job.</summary>
public sealed class InClusterJobTests : IDisposable
{
    private static readonly RenderedJob Job = RenderedJob.Read(
        File.ReadAllText(Path.Combine(Repository.Root, "tests/Infra.Tests/Stacks/Golden/dev.yaml")),
        "llama2-70b"
    );

    private readonly DirectoryInfo _pod = Directory.CreateTempSubdirectory("batch-pod-");

    [Fact]
    public async Task The_client_runs_from_a_ConfigMap_with_an_empty_home_without_network_and_stops_on_SIGTERM()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(12));
        var hangs = run.Server.HangAfter(answered: 6);
        var mounts = Mount();

        using var first = BatchClient.Start("/", Command(run, mounts), Environment(run, mounts));
        await hangs.WaitAsync(BatchClient.Limit);
        first.Terminate();
        var stopped = await first.EndAsync();
        run.Server.OnRequest = _ => Task.CompletedTask;
        using var second = BatchClient.Start("/", Command(run, mounts), Environment(run, mounts));
        var finished = await second.EndAsync();

        Assert.True(stopped.ExitCode == 143, stopped.Output + stopped.Errors);
        Assert.True(finished.ExitCode == 0, finished.Output + finished.Errors);
        Assert.Equal(Enumerable.Range(1, 12), run.Results.Select(r => (int)r["line"]!));
        Assert.Equal(["..2026_01_01", "..data", "batch-client.cs"], Names(mounts[Job.MountPaths["client"]]));
    }

    public void Dispose() => _pod.Delete(recursive: true);

    /// <summary>Creates the volumes, by their paths in the pod: the ConfigMap with the kubelet's symbolic links, and an empty folder.</summary>
    private Dictionary<string, string> Mount()
    {
        var client = _pod.CreateSubdirectory("client");
        var data = client.CreateSubdirectory("..2026_01_01");
        File.Copy(BatchClient.Source, Path.Combine(data.FullName, "batch-client.cs"));
        Directory.CreateSymbolicLink(Path.Combine(client.FullName, "..data"), data.Name);
        File.CreateSymbolicLink(Path.Combine(client.FullName, "batch-client.cs"), "..data/batch-client.cs");
        return new(StringComparer.Ordinal)
        {
            [Job.MountPaths["client"]] = client.FullName,
            ["/tmp"] = _pod.CreateSubdirectory("tmp").FullName,
        };
    }

    /// <summary>The Job's arguments of <c>dotnet</c>, with the servers and buckets of the test.</summary>
    private static string[] Command(BatchRun run, Dictionary<string, string> mounts)
    {
        Assert.Equal("dotnet", Job.Command[0]);
        var replaced = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Job.Option("--input")] = "gs://questions/prompts.jsonl",
            [Job.Option("--output")] = "gs://answers/run",
            [Job.Option("--endpoint")] = run.Server.Endpoint,
        };
        return [.. Job.Command.Skip(1).Select(word => replaced.GetValueOrDefault(word) ?? HostPath(mounts, word))];
    }

    /// <summary>The Job's environment. An unreachable proxy replaces the missing network.</summary>
    private static Dictionary<string, string> Environment(BatchRun run, Dictionary<string, string> mounts)
    {
        var variables = new Dictionary<string, string>(run.Environment)
        {
            ["TMPDIR"] = mounts["/tmp"],
            ["NUGET_PACKAGES"] = Path.Combine(mounts["/tmp"], "packages"),
            ["HTTP_PROXY"] = "http://127.0.0.1:9",
            ["HTTPS_PROXY"] = "http://127.0.0.1:9",
            ["NO_PROXY"] = "127.0.0.1",
        };
        foreach (var (name, value) in Job.Environment)
        {
            variables[name] = HostPath(mounts, value);
        }

        return variables;
    }

    /// <summary>Converts a path in the pod to the path on this machine; returns other strings unchanged.</summary>
    private static string HostPath(Dictionary<string, string> mounts, string text) =>
        mounts.FirstOrDefault(mount => text == mount.Key || text.StartsWith($"{mount.Key}/", StringComparison.Ordinal))
            is { Key: { } folder, Value: { } host }
            ? host + text[folder.Length..]
            : text;

    private static string[] Names(string folder) =>
        [
            .. Directory
                .EnumerateFileSystemEntries(folder)
                .Select(e => Path.GetFileName(e)!)
                .Order(StringComparer.Ordinal),
        ];
}
