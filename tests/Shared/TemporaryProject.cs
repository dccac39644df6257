using StackConfig.Reading;

namespace Tests.Shared;

/// <summary>A project in a directory of its own that goes when the test ends.</summary>
internal sealed class TemporaryProject : IDisposable
{
    public TemporaryProject(string project = "name: demo\nruntime: dotnet\n") => Write("Pulumi.yaml", project);

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("settings-").FullName;

    public List<Diagnostic> Problems { get; } = [];

    public IEnumerable<string> Errors =>
        Problems
            .Where(problem => problem.Severity == Severity.Error)
            .Select(problem => $"{problem.Line} {problem.Key}: {problem.Message}");

    public TemporaryProject Write(string name, string content) =>
        Write(name, System.Text.Encoding.UTF8.GetBytes(content));

    public TemporaryProject Write(string name, byte[] content)
    {
        var path = Path.Combine(Directory, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return this;
    }

    public SettingsDocument? Read(string stack = "dev") => StackFileReader.Read(Directory, stack, Problems);

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    /// <summary>Reads the setting <c>k</c> of a stack file that holds it alone.</summary>
    public static (SettingNode? Node, List<Diagnostic> Problems) Setting(string yaml)
    {
        using var project = new TemporaryProject();
        var document = project.Write("Pulumi.dev.yaml", $"config:\n  demo:k: {yaml}\n").Read();
        return (document?.Entries.GetValueOrDefault("k"), project.Problems);
    }
}
