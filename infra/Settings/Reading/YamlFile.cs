using System.Text;
using YamlDotNet.Core;

namespace Infra.Settings.Reading;

/// <summary>One YAML file of the project being read: its name for the messages, and where its problems go.</summary>
/// <param name="name">The file's name as the messages show it, such as <c>Pulumi.dev.yaml</c>.</param>
/// <param name="problems">Receives what is wrong.</param>
internal sealed class YamlFile(string name, ICollection<Problem> problems)
{
    private const int LongestReason = 300;

    // UTF8Encoding would be all that a start needs of its assembly.
    private static readonly Encoding Utf8 = Encoding.GetEncoding(
        Encoding.UTF8.CodePage,
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    );

    /// <summary>The file's name as the messages show it.</summary>
    internal string Name { get; } = name;

    /// <summary>The entries of the maps that were looked at: what a map merges is followed once, however many aliases lead to it.</summary>
    internal Dictionary<YamlMap, IReadOnlyList<YamlEntry>> KnownEntries { get; } =
        new(ReferenceEqualityComparer.Instance);

    /// <summary>Reads a file whose root is a map; null, with a problem, when it cannot be read. An empty file is an empty map.</summary>
    internal YamlMap? Load(string path)
    {
        try
        {
            var text = Utf8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
            return Root(YamlTreeParser.Parse(text));
        }
        catch (YamlException broken)
        {
            Error(
                "",
                (int)broken.Start.Line,
                $"is not readable as YAML: {KeyPath.Shown(broken.Message, LongestReason)}"
            );
        }
        catch (DecoderFallbackException)
        {
            Error("", null, "is not a text in UTF-8");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Error("", null, $"cannot be read: {KeyPath.Shown(failure.Message, LongestReason)}");
        }

        return null;
    }

    /// <summary>Notes an error.</summary>
    internal void Error(string key, int? line, string message) =>
        problems.Add(new Problem(Severity.Error, key, message, Name, line));

    /// <summary>Notes a warning.</summary>
    internal void Warning(string key, int? line, string message) =>
        problems.Add(new Problem(Severity.Warning, key, message, Name, line));

    private YamlMap? Root(YamlNode? root)
    {
        if (root is YamlMap map)
        {
            return map;
        }

        if (root is null or YamlScalar { IsNull: true })
        {
            return new YamlMap(1, null, []);
        }

        Error("", root.Line, "must be a map at its top, such as `config:` with settings below it");
        return null;
    }
}
