namespace Infra.Tests.Batch;

/// <summary>The client from its source, in surroundings like those of its pod.</summary>
public sealed class AsTheJobRunsItTests : IDisposable
{
    private readonly DirectoryInfo _pod = Directory.CreateTempSubdirectory("batch-pod-");

    [Fact]
    public async Task From_a_mounted_ConfigMap_with_an_empty_home_and_no_network_it_answers_every_prompt_and_heeds_SIGTERM()
    {
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
        var mounted = Mount();

        using var first = BatchClient.Start("/", Command(run, mounted), Surroundings(run));
        await hangs.Task;
        first.Terminate();
        var stopped = await first.EndAsync();
        run.Server.OnQuestion = _ => Task.CompletedTask;
        using var second = BatchClient.Start("/", Command(run, mounted), Surroundings(run));
        var finished = await second.EndAsync();

        Assert.True(stopped.ExitCode == 143, stopped.Output + stopped.Errors);
        Assert.True(finished.ExitCode == 0, finished.Output + finished.Errors);
        Assert.Equal(Enumerable.Range(1, 12), run.Results.Select(r => (int)r["line"]!));
        Assert.Equal(["..2026_01_01", "..data", "batch-client.cs"], Below(Path.GetDirectoryName(mounted)!));
    }

    public void Dispose() => _pod.Delete(recursive: true);

    /// <summary>Lays the file out as the kubelet lays out a ConfigMap: links to links.</summary>
    private string Mount()
    {
        var volume = _pod.CreateSubdirectory("batch");
        var data = volume.CreateSubdirectory("..2026_01_01");
        File.Copy(BatchClient.Source, Path.Combine(data.FullName, "batch-client.cs"));
        Directory.CreateSymbolicLink(Path.Combine(volume.FullName, "..data"), data.Name);
        var file = Path.Combine(volume.FullName, "batch-client.cs");
        File.CreateSymbolicLink(file, "..data/batch-client.cs");
        return file;
    }

    private static string[] Command(BatchRun run, string file) => ["run", file, "--", .. run.Arguments()];

    /// <summary>A proxy that nobody listens at stands for a network that is not there.</summary>
    private Dictionary<string, string> Surroundings(BatchRun run) =>
        new(run.Environment)
        {
            ["HOME"] = _pod.CreateSubdirectory("home").FullName,
            ["TMPDIR"] = _pod.CreateSubdirectory("tmp").FullName,
            ["NUGET_PACKAGES"] = Path.Combine(_pod.FullName, "home", "packages"),
            ["DOTNET_SKIP_WORKLOAD_INTEGRITY_CHECK"] = "true",
            ["HTTP_PROXY"] = "http://127.0.0.1:9",
            ["HTTPS_PROXY"] = "http://127.0.0.1:9",
            ["NO_PROXY"] = "127.0.0.1",
        };

    private static string[] Below(string folder) =>
        [
            .. Directory
                .EnumerateFileSystemEntries(folder)
                .Select(e => Path.GetFileName(e)!)
                .Order(StringComparer.Ordinal),
        ];
}
