using System.Text.RegularExpressions;

namespace Infra.Commands;

/// <summary>Colors of errors and warnings in messages.</summary>
internal static partial class MessageColors
{
    /// <summary>Colors the words that say how bad a problem is, and their counts.</summary>
    public static string Colorize(string text) =>
        Errors().Replace(Warnings().Replace(text, "\e[33m$0\e[0m"), "\e[31m$0\e[0m");

    [GeneratedRegex(@"\b[0-9]+ errors?\b|^error:|\binvalid$", RegexOptions.Multiline, 10_000)]
    private static partial Regex Errors();

    [GeneratedRegex(@"\b[0-9]+ warnings?\b|\bwarning:", RegexOptions.None, 10_000)]
    private static partial Regex Warnings();
}
