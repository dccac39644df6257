using System.Runtime.CompilerServices;

namespace Infra.Reports;

/// <summary>Sentences whose only string argument is a name.</summary>
internal static class SharedSentences
{
    private const int MaxNames = 3;
    private const string Names = "\0";

    /// <summary>One sentence for all things of which the same is true, with the first names.</summary>
    public static IEnumerable<FormattableString> Group(
        IEnumerable<(string Name, FormattableString Sentence)> sentences
    ) =>
        from pair in sentences
        group pair.Name by UpdateImpact.Write(pair.Sentence, _ => Names) into alike
        select Create(alike.Key, [.. alike]);

    // The names replace the only string argument of the sentence.
    private static FormattableString Create(string sentence, string[] names)
    {
        var more = names.Length - MaxNames;
        var list = string.Join(", ", names.Take(MaxNames).Select((_, position) => $"{{{position}}}"));
        return FormattableStringFactory.Create(
            sentence.Replace(Names, more > 0 ? $"{list} and {more} more" : list, StringComparison.Ordinal),
            [.. names]
        );
    }
}
