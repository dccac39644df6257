using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Engine.Tests.Engine;

namespace Engine.Tests;

/// <summary>One run of the program under the engine, as the CLI's language host starts it (<c>pulumi-language-dotnet/main.go</c>).</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Console">What it wrote to the terminal.</param>
/// <param name="Trace">What it said to the engine.</param>
internal sealed record ProgramRun(int ExitCode, string Console, EngineTrace Trace)
{
    /// <summary>The exit code of a program that has reported its failure to the engine: the CLI adds nothing.</summary>
    public const int FailedWithMessage = 32;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly SemaphoreSlim Cores = new(2);
    private static readonly ConcurrentDictionary<(string, Operation), Lazy<Task<ProgramRun>>> Runs = new();

    /// <summary>The program's own output folder.</summary>
    public static string ProgramFolder { get; } =
        typeof(ProgramRun)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(one => one.Key == nameof(ProgramFolder))
            .Value!;

    /// <summary>A run that goes well, shared by all tests.</summary>
    public static Task<ProgramRun> GetSharedAsync(string scenario, Operation operation) =>
        Runs.GetOrAdd((scenario, operation), _ => new(() => StartAsync(Scenario.Read(scenario), operation))).Value;

    /// <summary>Runs a scenario.</summary>
    public static async Task<ProgramRun> StartAsync(Scenario scenario, Operation operation, Cloud? cloud = null)
    {
        await Cores.WaitAsync();
        try
        {
            var engine = new EngineDouble(scenario, operation, cloud ?? new());
            await using var server = await GrpcServer.StartAsync(engine);
            return await RunAsync(scenario, operation, engine.Trace, server.Address);
        }
        finally
        {
            Cores.Release();
        }
    }

    private static async Task<ProgramRun> RunAsync(
        Scenario scenario,
        Operation operation,
        EngineTrace trace,
        string address
    )
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(ProgramFolder, "Infra.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_TC_CallCounting"] = "0"; // Too short a run to compile anything twice.
        foreach (var (name, value) in Variables(scenario, operation, address))
        {
            start.Environment[$"PULUMI_{name}"] = value;
        }

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        return new(process.ExitCode, await output + await errors, trace);
    }

    private static Dictionary<string, string> Variables(Scenario scenario, Operation operation, string address) =>
        new()
        {
            ["MONITOR"] = address,
            ["ENGINE"] = address,
            ["ORGANIZATION"] = "organization",
            ["PROJECT"] = Scenario.Project,
            ["STACK"] = scenario.Stack,
            ["DRY_RUN"] = operation is Operation.Preview ? "true" : "false",
            ["QUERY_MODE"] = "false",
            ["PARALLEL"] = "16",
            ["CONFIG"] = scenario.Config,
            ["CONFIG_SECRET_KEYS"] = scenario.SecretKeys,
        };
}
