using System.Diagnostics;

namespace CommandLine.Tests;

/// <summary>A folder with a project of one stack, and the plan of it.</summary>
internal sealed class SmallProject : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("small-project-");

    private SmallProject() { }

    /// <summary>The folder.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The file that holds the stack's first plan.</summary>
    public string Plan => Path.Combine(_folder.FullName, "plan.json");

    public static async Task<SmallProject> CreateAsync()
    {
        var project = new SmallProject();
        project.Write("Pulumi.yaml", "name: small\nruntime: dotnet\nmain: infra\n");
        project.Write("Pulumi.json", "{}");
        project.Write(
            "Pulumi.dev.yaml",
            """
            config:
              small:cluster:
                existing:
                  context: gke
              small:leaderWorkerSet:
                install: false
              small:servings:
              - name: llama2-70b
                preset: llama2-70b-disaggregated
                checkpoint: gs://checkpoints/llama2-70b
                scratch: gs://scratch/llama2-70b

            """
        );
        project.Write("plan.json", (await project.RunAsync(["preview", "--stack", "dev", "--output", "json"])).Output);
        return project;
    }

    /// <summary>Adds a line to the serving.</summary>
    public void Append(string line) =>
        File.AppendAllText(Path.Combine(_folder.FullName, "Pulumi.dev.yaml"), $"{line}\n");

    /// <summary>Runs our program in the folder.</summary>
    public Task<ProcessResult> RunAsync(string[] args, params (string Name, string Value)[] environment) =>
        Cli.RunAsync(args, _folder.FullName, environment);

    /// <summary>Makes the folder a repository whose program, named as ours is, does what <paramref name="statements"/> say.</summary>
    public async Task CommitProgramAsync(string statements)
    {
        Write(
            "infra/Infra.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
            </Project>
            """
        );
        Write("infra/Program.cs", statements);
        await GitAsync("init", "--quiet");
        await GitAsync("add", "--all");
        await GitAsync("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "--quiet", "--message", "All");
    }

    /// <summary>Runs git in the folder.</summary>
    public async Task<string> GitAsync(params string[] args)
    {
        var start = new ProcessStartInfo("git", args) { WorkingDirectory = _folder.FullName };
        GitEnvironment.Isolate(start);
        var git = await ProcessResult.RunAsync(start);
        Assert.True(git.ExitCode == 0, git.Errors);
        return git.Output;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
