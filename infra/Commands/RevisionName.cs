using System.CommandLine;

namespace Infra.Commands;

/// <summary>An option with the display name of a revision, which is not looked up.</summary>
internal static class RevisionName
{
    private const int MaxLength = 100;
    private const string Marks = "-._/@^~:+";

    /// <summary>Creates the option. It rejects characters that are not part of a commit, branch, tag or revision expression.</summary>
    public static Option<string?> CreateOption(string name, string description)
    {
        var option = new Option<string?>(name) { Description = $"{description}, such as a commit", HelpName = "NAME" };
        option.Validators.Add(result =>
        {
            if (
                result.GetValueOrDefault<string>() is not { Length: > 0 and <= MaxLength } given
                || !given.All(IsAllowed)
            )
            {
                result.AddError($"{name} must have 1 to {MaxLength} characters. Allowed: letters, digits and {Marks}");
            }
        });
        return option;
    }

    private static bool IsAllowed(char character) => char.IsAsciiLetterOrDigit(character) || Marks.Contains(character);
}
