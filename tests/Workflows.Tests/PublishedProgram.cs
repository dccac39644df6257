using System.Text.Json;

namespace Workflows.Tests;

/// <summary>A published program in the workspace of a sandbox, with the result of its restore and a folder of packages like NuGet's.</summary>
internal sealed class PublishedProgram(Sandbox sandbox)
{
    private readonly Dictionary<string, object> _target = [];
    private readonly Dictionary<string, object> _libraries = [];
    private readonly List<object> _downloads = [];

    /// <summary>Adds a package with a library in the program.</summary>
    public void AddPackage(string id, string license, params (string Name, string Text)[] files)
    {
        WritePackage(id, license, files);
        sandbox.Write($"workspace/program/{id}.dll", "");
        _target[$"{id}/1.2.0"] = new { runtime = new Dictionary<string, object> { [$"lib/{id}.dll"] = new { } } };
        _libraries[$"{id}/1.2.0"] = new { type = "package" };
    }

    /// <summary>Adds a package of .NET, which builds for a platform download.</summary>
    public void AddDotnet(string id, string license, params (string Name, string Text)[] files)
    {
        WritePackage(id, license, files);
        _downloads.Add(new { name = id, version = "[1.2.0, 1.2.0]" });
    }

    /// <summary>Writes <c>program/Infra.deps.json</c>, and <c>project.assets.json</c>.</summary>
    public void Write(string platform)
    {
        var target = $".NETCoreApp,Version=v10.0/{platform}";
        Write(
            "program/Infra.deps.json",
            new
            {
                runtimeTarget = new { name = target },
                targets = new Dictionary<string, object> { [target] = _target },
                libraries = _libraries,
            }
        );
        Write(
            "project.assets.json",
            new
            {
                packageFolders = new Dictionary<string, object>
                {
                    [sandbox.At("none")] = new { },
                    [sandbox.At("packages")] = new { },
                },
                project = new { frameworks = new { net10 = new { downloadDependencies = _downloads } } },
            }
        );
    }

    private void WritePackage(string id, string license, params (string Name, string Text)[] files)
    {
        var folder = $"packages/{id}/1.2.0".ToLowerInvariant();
        sandbox.Write(
            $"{folder}/{id.ToLowerInvariant()}.nuspec",
            $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>{id}</id><authors>The authors of {id}</authors>{license}</metadata>
            </package>
            """
        );
        foreach (var (name, text) in files)
        {
            sandbox.Write($"{folder}/{name}", text);
        }
    }

    private void Write(string path, object content) =>
        sandbox.Write($"workspace/{path}", JsonSerializer.Serialize(content));
}
