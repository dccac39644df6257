namespace Infra.Model;

/// <summary>Reads files of the repository that are embedded in the program's assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>The names of the files of a folder.</summary>
    /// <param name="folder">The folder's name, with its slash.</param>
    public static IEnumerable<string> Names(string folder) =>
        typeof(EmbeddedText)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>Reads a file as text.</summary>
    /// <param name="name">The resource name in <c>Infra.csproj</c>.</param>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
