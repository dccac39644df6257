using System.Reflection;
using System.Xml.Linq;

namespace Engine.Tests.Cli;

/// <summary>The provider plugins of these tests, in a folder in which the CLI finds them.</summary>
internal static class ProviderPlugins
{
    private static readonly (string Name, string Version)[] Plugins =
    [
        ("gcp", PackageVersion("Pulumi.Gcp")),
        ("kubernetes", PackageVersion("Pulumi.Kubernetes")),
    ];

    private static readonly string Program = Path.Combine(
        typeof(ProviderPlugins)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(one => one.Key == "ProvidersFolder")
            .Value!,
        "Engine.Providers.dll"
    );

    /// <summary>Writes a plugin for each provider: a script that starts the program.</summary>
    /// <returns>What names them in <c>Pulumi.yaml</c>.</returns>
    public static string Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, version) in Plugins)
        {
            var script = Path.Combine(folder, $"pulumi-resource-{name}");
            File.WriteAllText(script, $"#!/bin/sh\nexec dotnet '{Program}' {name} {version} \"$@\"\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        var entries = Plugins.Select(plugin => $"    - {{ name: {plugin.Name}, path: '{folder}' }}\n");
        return $"plugins:\n  providers:\n{string.Concat(entries)}";
    }

    private static string PackageVersion(string package) =>
        XDocument
            .Load(Path.Combine(Repository.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Single(one => (string?)one.Attribute("Include") == package)
            .Attribute("Version")!
            .Value;
}
