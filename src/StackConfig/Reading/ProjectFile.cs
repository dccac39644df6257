using System.Collections.Immutable;

namespace StackConfig.Reading;

/// <summary>What <c>Pulumi.yaml</c> says about the settings.</summary>
/// <param name="Name">The project's name, which is the namespace of its settings.</param>
/// <param name="Path">Where the file is.</param>
/// <param name="StackDirectory">The directory of the stack files.</param>
/// <param name="Declarations">The keys under <c>config:</c>.</param>
internal sealed record ProjectFile(
    string Name,
    string Path,
    string StackDirectory,
    ImmutableArray<Declaration> Declarations
)
{
    private static readonly ImmutableArray<string> FileNames = ["Pulumi.yaml", "Pulumi.yml"];

    /// <summary>Finds the project file in a directory or the nearest one around it, as the Pulumi CLI does; null when there is none.</summary>
    internal static string? Find(string directory)
    {
        var folder = Directory.Exists(directory) ? System.IO.Path.GetFullPath(directory) : null;
        for (; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            foreach (var name in FileNames)
            {
                var file = System.IO.Path.Combine(folder, name);
                if (File.Exists(file))
                {
                    return file;
                }
            }
        }

        return null;
    }

    /// <summary>The file of a stack, which has the ending of the project's file.</summary>
    internal string StackFile(string stack) =>
        System.IO.Path.Combine(StackDirectory, $"Pulumi.{stack}{System.IO.Path.GetExtension(Path)}");

    /// <summary>The names of the stacks that have a file, in ordinal order.</summary>
    internal IReadOnlyList<string> Stacks()
    {
        var ending = System.IO.Path.GetExtension(Path);
        if (!Directory.Exists(StackDirectory))
        {
            return [];
        }

        return
        [
            .. Directory
                .EnumerateFiles(StackDirectory, $"Pulumi.*{ending}")
                .Select(file => System.IO.Path.GetFileNameWithoutExtension(file)["Pulumi".Length..].TrimStart('.'))
                .Where(StackName.IsAllowed)
                .Order(StringComparer.Ordinal),
        ];
    }
}

/// <summary>A key that <c>Pulumi.yaml</c> declares.</summary>
/// <param name="Key">The key.</param>
/// <param name="Location">Where it is declared.</param>
/// <param name="Default">The value for a stack that does not set the key; null if every stack must set it.</param>
internal sealed record Declaration(ConfigKey Key, SourceLocation Location, SettingNode? Default);
