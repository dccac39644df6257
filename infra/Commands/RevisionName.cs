using System.CommandLine;

namespace Infra.Commands;

/// <summary>An option that names a revision for people; nothing is looked up.</summary>
internal static class RevisionName
{
    private const int Longest = 100;
    private const string Marks = "-._/@^~:+";

    /// <summary>Creates the option. It refuses what no commit, branch, tag or revision expression is called.</summary>
    public static Option<string?> CreateOption(string name, string description)
    {
        var option = new Option<string?>(name) { Description = $"{description}, such as a commit", HelpName = "NAME" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { Length: > 0 and <= Longest } given || !given.All(IsAllowed))
            {
                result.AddError($"{name} must have 1 to {Longest} letters, digits and {Marks}");
            }
        });
        return option;
    }

    private static bool IsAllowed(char character) => char.IsAsciiLetterOrDigit(character) || Marks.Contains(character);
}
