using System.Diagnostics;

namespace BatchClient.Tests;

/// <summary>The batch client as a process of its own.</summary>
internal sealed class BatchClient : IDisposable
{
    private static readonly Lazy<Task<string>> Built = new(BuildAsync);
    private readonly Process _process;
    private readonly Task<string> _log;
    private readonly Task<string> _errors;

    private BatchClient(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _log = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>How long the client, or its build on a busy machine, may take.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The client's only file.</summary>
    public static string Source { get; } = Path.Combine(Repository.Root, "src", "BatchClient", "batch-client.cs");

    /// <summary>Starts the client, which is built once for all tests.</summary>
    public static async Task<BatchClient> StartAsync(string[] args, IReadOnlyDictionary<string, string> environment) =>
        Start(AppContext.BaseDirectory, [await Built.Value, .. args], environment);

    /// <summary>Starts <c>dotnet</c> in a folder.</summary>
    public static BatchClient Start(string folder, string[] args, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", args)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(start);
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Asks it to end, as the kubelet does.</summary>
    public void Terminate() => Process.Start("kill", ["-TERM", $"{_process.Id}"]).WaitForExit();

    /// <summary>The most memory that it has had at once, in MiB.</summary>
    public long PeakMemory()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status")
            .First(l => l.StartsWith("VmHWM", StringComparison.Ordinal));
        return long.Parse(new string([.. line.Where(char.IsAsciiDigit)])) / 1024;
    }

    /// <summary>Waits for its end; a process that does not end is killed, and its output is in the failure.</summary>
    public async Task<ProcessResult> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (limit.IsCancellationRequested && !_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            Assert.Fail($"It did not end:\n{await _log}{await _errors}");
        }

        return new(_process.ExitCode, await _log, await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    /// <summary>Builds it where it lies, so that the repository's analyzers see it too.</summary>
    private static async Task<string> BuildAsync()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "batch-client");
        using var build = Start(
            Repository.Root,
            ["build", Source, "--output", folder, "--nologo"],
            new Dictionary<string, string>()
        );
        var (exitCode, output, errors) = await build.EndAsync();
        Assert.True(exitCode == 0, output + errors);
        return Path.Combine(folder, "batch-client.dll");
    }
}
