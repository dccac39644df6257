using System.Text.RegularExpressions;

namespace StackConfig.Reading;

/// <summary>The rule for the name of a stack.</summary>
internal static partial class StackName
{
    /// <summary>What is accepted.</summary>
    internal const string Accepted = "1 to 100 letters, digits, `-`, `_` or `.`, without organization and project";

    /// <summary>Whether a name is allowed; one that is stays within the directory of the stack files.</summary>
    internal static bool IsAllowed(string name) => Allowed().IsMatch(name);

    [GeneratedRegex(@"\A[A-Za-z0-9_.-]{1,100}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Allowed();
}
