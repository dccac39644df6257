using System.Diagnostics;

namespace Workflows.Tests;

/// <summary>A runner's folders, in which the shell steps of a workflow run as GitHub runs them.</summary>
internal sealed class Sandbox : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("workflow-");
    private readonly Dictionary<string, string> _environment;

    public Sandbox()
    {
        Directory.CreateDirectory(Workspace);
        Directory.CreateDirectory(Temp);
        Directory.CreateDirectory(At("bin"));
        _environment = new()
        {
            ["RUNNER_TEMP"] = Temp,
            ["GITHUB_WORKSPACE"] = Workspace,
            ["GITHUB_REPOSITORY"] = "example/repository",
            ["GITHUB_OUTPUT"] = At("output"),
            ["GITHUB_STEP_SUMMARY"] = At("summary"),
            ["PATH"] = $"{At("bin")}:{Environment.GetEnvironmentVariable("PATH")}",
        };
    }

    /// <summary>Where a job's code lies.</summary>
    public string Workspace => At("workspace");

    /// <summary>The runner's own folder.</summary>
    public string Temp => At("temp");

    /// <summary>What the expressions in the environments of steps come to.</summary>
    public Dictionary<string, string> Expressions { get; } = [];

    /// <summary>What steps wrote to the job's summary.</summary>
    public string Summary => File.Exists(At("summary")) ? File.ReadAllText(At("summary")) : "";

    /// <summary>What steps said of themselves for later ones.</summary>
    public string Output => File.Exists(At("output")) ? File.ReadAllText(At("output")) : "";

    public string At(params string[] path) => Path.Combine([_root.FullName, .. path]);

    /// <summary>Writes a file below the sandbox's root.</summary>
    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    /// <summary>Copies a file of the repository to the workspace.</summary>
    public void Copy(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At("workspace", path))!);
        File.Copy(Path.Combine(Repository.Root, path), At("workspace", path));
    }

    /// <summary>Removes a folder below the sandbox's root, where there is one.</summary>
    public void Remove(string path)
    {
        if (Directory.Exists(At(path)))
        {
            Directory.Delete(At(path), recursive: true);
        }
    }

    /// <summary>Replaces a program by a script.</summary>
    public void Replace(string program, string script) => WriteScript($"bin/{program}", script);

    /// <summary>Writes a script below the sandbox's root.</summary>
    public void WriteScript(string path, string script)
    {
        Write(path, $"#!/usr/bin/env bash\nset -euo pipefail\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(At(path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Sets a variable for every step.</summary>
    public void Set(string variable, string value) => _environment[variable] = value;

    /// <summary>Runs the shell steps of a job one after the other; once one has failed, only those that run after failures.</summary>
    public async Task<CommandResult> RunJobAsync(WorkflowJob job)
    {
        var last = new CommandResult(0, "");
        foreach (var step in job.Steps.Where(step => step.Run is not null))
        {
            if (last.ExitCode == 0 || step.If == "success() || failure()")
            {
                var result = await RunAsync(step);
                last = new(Math.Max(last.ExitCode, result.ExitCode), last.Output + result.Output);
            }
        }

        return last;
    }

    /// <summary>Runs a shell step.</summary>
    public Task<CommandResult> RunAsync(WorkflowStep step) =>
        BashAsync(step.Run!, step.Environment.ToDictionary(entry => entry.Key, entry => Value(entry.Value)));

    /// <summary>Runs a script in the workspace, as GitHub does with <c>shell: bash</c>.</summary>
    public async Task<CommandResult> BashAsync(string script, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
        {
            WorkingDirectory = Workspace,
        };
        GitEnvironment.Isolate(start);
        foreach (var (name, value) in _environment.Concat(environment ?? new Dictionary<string, string>()))
        {
            start.Environment[name] = value;
        }

        var (exitCode, output, errors) = await ProcessResult.RunAsync(start);
        return new(exitCode, output + errors);
    }

    public void Dispose() => _root.Delete(recursive: true);

    private string Value(string text) =>
        text.StartsWith("${{ ", StringComparison.Ordinal) ? Expressions[text[4..^3]] : text;
}

/// <summary>How a command ended and what it wrote, messages included.</summary>
internal sealed record CommandResult(int ExitCode, string Output);
