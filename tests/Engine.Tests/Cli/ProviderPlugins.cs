using System.Reflection;

namespace Engine.Tests.Cli;

/// <summary>The provider plugins of these tests, in a folder in which the CLI finds them.</summary>
internal static class ProviderPlugins
{
    private static readonly Dictionary<string, string> Versions = new(StringComparer.Ordinal)
    {
        ["gcp"] = "9.35.0",
        ["kubernetes"] = "4.32.0",
    };

    private static readonly string Program = Path.Combine(
        typeof(ProviderPlugins)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(one => one.Key == "ProvidersFolder")
            .Value!,
        "Engine.Providers.dll"
    );

    /// <summary>The names of the providers.</summary>
    public static IEnumerable<string> Names => Versions.Keys;

    /// <summary>Writes plugins for these providers: scripts that start the program.</summary>
    /// <returns>What names them in <c>Pulumi.yaml</c>.</returns>
    public static string Write(string folder, IEnumerable<string> names)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in names)
        {
            var script = Path.Combine(folder, $"pulumi-resource-{name}");
            File.WriteAllText(script, $"#!/bin/sh\nexec dotnet '{Program}' {name} {Versions[name]} \"$@\"\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        var entries = names.Select(name => $"    - {{ name: {name}, path: '{folder}' }}\n");
        return $"plugins:\n  providers:\n{string.Concat(entries)}";
    }
}
