namespace Infra.Tests.Settings.Schema;

/// <summary>The part of a file that is made, between a line that names it after <c>made by make schema:</c> and the next line that ends it.</summary>
internal static class MarkedSection
{
    /// <summary>The file's text with other content between the two lines.</summary>
    public static string Replace(string file, string name, string content)
    {
        var begin = After(file, $"made by `make schema`: {name}", 0);
        var end = file.LastIndexOf('\n', After(file, $"end of {name}", begin) - 2) + 1;
        return file[..begin] + content + file[end..];
    }

    /// <summary>The place after the line that holds a text.</summary>
    private static int After(string file, string text, int start)
    {
        var place = file.IndexOf(text, start, StringComparison.Ordinal);
        Assert.True(place >= 0, $"There is no line with \"{text}\".");
        return file.IndexOf('\n', place) + 1;
    }
}
