using System.Text;
using OfflinePreview.Output;

namespace Infra.Commands;

/// <summary>A folder with one file per rendered object of a stack. It may hold other files.</summary>
/// <param name="path">The folder.</param>
/// <param name="stack">The stack as <c>PROJECT/STACK</c>.</param>
/// <param name="messages">Where it reports what it writes and removes.</param>
internal sealed class ManifestFolder(string path, string stack, TextWriter messages)
{
    // Identifies the files that an earlier run wrote for the same stack.
    private readonly string _header =
        $"# Rendered from the stack {PrintableText.SingleLine(stack)}. The next run overwrites or removes this file.";

    /// <summary>Writes all objects, and removes files of objects that the stack no longer has.</summary>
    public async Task WriteAsync(RenderResult rendered, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(path);
        var names = ManifestFiles.Names(rendered.Manifests);
        foreach (var (manifest, name) in rendered.Manifests.Zip(names))
        {
            var file = Path.Combine(path, name);
            await File.WriteAllTextAsync(file, $"{_header}\n{YamlDocument.Write(manifest.Content)}", cancellationToken);
            await messages.WriteLineAsync($"wrote {file}");
        }

        foreach (var name in Rendered().Except(names, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var file = Path.Combine(path, name);
            cancellationToken.ThrowIfCancellationRequested();
            File.Delete(file);
            await messages.WriteLineAsync($"removed {file}");
        }
    }

    // Only regular files have a length; links are never written.
    private List<string> Rendered() =>
        [
            .. new DirectoryInfo(path)
                .EnumerateFiles("*.yaml")
                .Where(file => file is { Length: > 0, LinkTarget: null } && HasHeader(file.FullName))
                .Select(file => file.Name),
        ];

    private bool HasHeader(string file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8);
        var start = new char[_header.Length + 1];
        return reader.ReadBlock(start) == start.Length && start.AsSpan().SequenceEqual($"{_header}\n");
    }
}
