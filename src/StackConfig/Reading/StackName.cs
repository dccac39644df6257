using System.Text.RegularExpressions;

namespace StackConfig.Reading;

/// <summary>The rule for the name of a stack.</summary>
internal static partial class StackName
{
    /// <summary>What is accepted.</summary>
    internal const string Accepted = "1 to 100 letters, digits, `-`, `_` or `.`, without organization and project";

    /// <summary>Whether a name is allowed; one that is stays within the directory of the stack files.</summary>
    internal static bool IsAllowed(string name) => Allowed().IsMatch(name);

    /// <summary>Whether a name is allowed; adds a problem for one that is not.</summary>
    internal static bool Check(string name, ICollection<Diagnostic> problems)
    {
        if (IsAllowed(name))
        {
            return true;
        }

        var message = $"`{KeyPath.Shown(name)}` is not a valid stack name. Allowed: {Accepted}";
        problems.Add(new Diagnostic(Severity.Error, "", message));
        return false;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_.-]{1,100}\z", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Allowed();
}
