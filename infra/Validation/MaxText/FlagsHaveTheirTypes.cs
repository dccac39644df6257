using Infra.Configuration.Reading;
using Infra.Model.MaxText;

namespace Infra.Validation.MaxText;

/// <summary>A flag holds what MaxText expects of it, or the server ends before it loads anything.</summary>
/// <remarks>Source: <c>_update_from_env_and_command_line</c> in MaxText's <c>pyconfig.py</c>.</remarks>
public sealed class FlagsHaveTheirTypes : ServingRule
{
    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        var setup = serving.MaxText;
        foreach (var flag in MaxTextFlag.All)
        {
            var accepted = flag.Type switch
            {
                MaxTextFlagType.Integer when setup.Whole(flag.Name) is null => "a whole number",
                MaxTextFlagType.Number when setup.Number(flag.Name) is null => "a number",
                MaxTextFlagType.Boolean when setup.Truth(flag.Name) is null => "true, false",
                _ when !flag.Allowed.IsEmpty && !flag.Allowed.Contains(setup.Text(flag.Name)) => string.Join(
                    ", ",
                    flag.Allowed.Select(word => word.Length == 0 || word.Contains(',') ? $"\"{word}\"" : word)
                ),
                _ => null,
            };
            Refuse(serving, report, flag.Name, accepted);
        }
    }

    private static void Refuse(CheckedServing serving, Report report, string name, string? accepted)
    {
        if (accepted is not null)
        {
            var text = KeyPath.Shown(serving.MaxText.Text(name));
            report.AtFlag(serving, name).Error("", $"`{text}` is no value of {name}; accepted: {accepted}");
        }
    }
}
