using System.Diagnostics;

namespace CommandLine.Tests;

/// <summary>The program as a user starts it: a process of its own.</summary>
internal static class Cli
{
    /// <summary>A project with the stacks dev and prod, as a user has one; the one at the repository's root belongs to the deployer.</summary>
    public static string Project { get; } = Path.Combine(Repository.Root, "tests", "Infra.Tests", "Stacks");

    /// <summary>The program's file.</summary>
    public static string Program { get; } = typeof(Infra.InferenceStack).Assembly.Location;

    /// <summary>Runs the program in a folder, by default that of <see cref="Project"/>.</summary>
    public static Task<ProcessResult> RunAsync(
        string[] args,
        string? folder = null,
        params (string Name, string Value)[] environment
    ) => RunAsync("", args, folder, environment);

    /// <summary>The same with standard input.</summary>
    public static Task<ProcessResult> RunAsync(
        string input,
        string[] args,
        string? folder = null,
        params (string Name, string Value)[] environment
    ) => RunAsync(Program, input, args, folder, environment);

    /// <summary>Runs a copy of the program.</summary>
    public static async Task<ProcessResult> RunAsync(
        string program,
        string input,
        string[] args,
        string? folder = null,
        params (string Name, string Value)[] environment
    )
    {
        var start = new ProcessStartInfo("dotnet", [program, .. args]) { WorkingDirectory = folder ?? Project };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return await ProcessResult.RunAsync(start, input);
    }
}
