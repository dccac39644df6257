namespace Infra.Model;

/// <summary>Files of the repository that travel in the program's assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>The names of the files of a folder.</summary>
    /// <param name="folder">The folder's name, with its slash.</param>
    public static IEnumerable<string> Names(string folder) =>
        typeof(EmbeddedText)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>The text of a file.</summary>
    /// <param name="name">Its name, as <c>Infra.csproj</c> gives it.</param>
    public static string Of(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
