namespace Infra.Resources;

/// <summary>Reads files of the repository that are embedded in the program's assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>Reads a file as text.</summary>
    /// <param name="name">The resource name in <c>Infra.csproj</c>.</param>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
