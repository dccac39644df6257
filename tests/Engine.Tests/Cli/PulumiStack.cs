namespace Engine.Tests.Cli;

/// <summary>A stack of the program in a folder of its own, with its state in files beside it.</summary>
internal sealed class PulumiStack : IDisposable
{
    /// <summary>The stack's name.</summary>
    public const string Name = "dev";

    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    // More than the provider of Kubernetes waits for a serving, so that its message is seen.
    private static readonly TimeSpan TimeoutWithCluster = TimeSpan.FromMinutes(45);

    private readonly string _folder;
    private readonly string _project;
    private readonly string? _kubeconfig;

    private PulumiStack(string? kubeconfig)
    {
        _kubeconfig = kubeconfig;
        _folder = Directory.CreateTempSubdirectory("engine-").FullName;
        _project = Path.Combine(_folder, "project");
        Directory.CreateDirectory(_project);
        Directory.CreateDirectory(StateFolder);
        File.WriteAllText(Path.Combine(_project, "Pulumi.yaml"), ProjectFile());
    }

    /// <summary>The folder with the state.</summary>
    public string StateFolder => Path.Combine(_folder, "state");

    /// <summary>The faults that the provider plugins simulate, as JSON; none by default.</summary>
    public string Faults { get; set; } = "{}";

    private string StackFile => Path.Combine(_project, $"Pulumi.{Name}.yaml");

    /// <summary>Creates a stack.</summary>
    /// <param name="stackFile">The content of its stack file.</param>
    /// <param name="kubeconfig">The kubeconfig for the real provider of Kubernetes; by default, the providers are simulated.</param>
    public static async Task<PulumiStack> CreateAsync(string stackFile, string? kubeconfig = null)
    {
        var stack = new PulumiStack(kubeconfig);
        (await stack.RunAsync("stack", "init", Name)).ShouldSucceed();
        stack.Change(stackFile);
        return stack;
    }

    /// <summary>Creates a stack with the same settings and state.</summary>
    public PulumiStack Copy()
    {
        var copy = new PulumiStack(_kubeconfig);
        File.Copy(StackFile, copy.StackFile);
        foreach (var file in Directory.EnumerateFiles(StateFolder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.StateFolder, Path.GetRelativePath(StateFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>Replaces the settings.</summary>
    public void Change(string stackFile)
    {
        var key = File.ReadLines(StackFile)
            .Single(line => line.StartsWith("encryptionsalt:", StringComparison.Ordinal));
        File.WriteAllText(StackFile, $"{stackFile}\n{key}\n");
    }

    /// <summary>Runs <c>pulumi preview</c>.</summary>
    public Task<CliRun> PreviewAsync(params string[] options) => RunEngineAsync("preview", options);

    /// <summary>Runs <c>pulumi up</c> without a preview.</summary>
    public Task<CliRun> UpAsync(params string[] options) =>
        RunEngineAsync("up", ["--yes", "--skip-preview", .. options]);

    /// <summary>
    /// Runs <c>pulumi destroy</c> with its preview, which refuses protected resources; without one, the engine deletes all others first.
    /// </summary>
    public Task<CliRun> DestroyAsync() => RunEngineAsync("destroy", ["--yes"]);

    /// <summary>Runs another command of the CLI.</summary>
    public async Task<CliRun> RunAsync(params string[] arguments)
    {
        var (exitCode, output) = await PulumiCli.RunAsync(
            _project,
            Environment(),
            arguments,
            _kubeconfig is null ? Timeout : TimeoutWithCluster
        );
        return new(exitCode, output, []);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<CliRun> RunEngineAsync(string command, string[] options)
    {
        var events = Path.Combine(_folder, "events.json");
        File.Delete(events);
        var run = await RunAsync([command, "--stack", Name, "--diff", "--event-log", events, .. options]);
        return run with { EventLog = File.Exists(events) ? [.. await File.ReadAllLinesAsync(events)] : [] };
    }

    private string ProjectFile()
    {
        const string Runtime = "runtime: dotnet\n";
        const string Main = "main: infra\n";
        var text = Repository.Read("Pulumi.yaml");
        Assert.Contains(Runtime, text, StringComparison.Ordinal);
        Assert.Contains(Main, text, StringComparison.Ordinal);
        var program = Path.Combine(ProgramRun.ProgramFolder, "Infra.dll");
        return text.Replace(
                    Runtime,
                    $"runtime: {{ name: dotnet, options: {{ binary: '{program}' }} }}\n",
                    StringComparison.Ordinal
                )
                .Replace(Main, "", StringComparison.Ordinal)
            + (_kubeconfig is null ? ProviderPlugins.Write(Path.Combine(_folder, "plugins")) : "");
    }

    private Dictionary<string, string> Environment()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PULUMI_HOME"] = Path.Combine(_folder, "home"),
            ["PULUMI_BACKEND_URL"] = new Uri(StateFolder).AbsoluteUri,
            ["PULUMI_CONFIG_PASSPHRASE"] = "passphrase of a test",
            ["PULUMI_SKIP_UPDATE_CHECK"] = "true",
            ["PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION"] = _kubeconfig is null ? "true" : "false",
            ["PULUMI_DEBUG_COMMANDS"] = "true", // It shows the option --event-log.
            ["PROVIDER_FAULTS"] = Faults,
            // Too short a run to compile anything twice.
            ["DOTNET_TC_CallCounting"] = "0",
            ["DOTNET_TieredPGO"] = "0",
        };
        if (_kubeconfig is not null)
        {
            environment["KUBECONFIG"] = _kubeconfig;
        }

        return environment;
    }
}
