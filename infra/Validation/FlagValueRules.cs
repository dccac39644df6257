using System.Collections.Immutable;
using Infra.Model.MaxText;
using StackConfig.Binding;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>The values of MaxText's flags, each by itself.</summary>
/// <remarks>
/// Sources: <c>_update_from_env_and_command_line</c> in MaxText's <c>pyconfig.py</c>, which converts values to the types of base.yml;
/// <c>jetstream_pathways_entrypoint.sh</c>, which passes its arguments on without quotes; <c>flags.yaml</c>.
/// </remarks>
internal static class FlagValueRules
{
    private const string Wildcards = "*?[";

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Rule.ForFlags("InvalidFlagValue", ValueViolation),
        Rule.ForFlags("SplitFlagValue", SplitViolation),
        Rule.ForServing("SplitFlagValue", Severity.Error, "checkpoint", (_, one) => CheckpointViolation(one)),
        AxisOrder("prefill_cache_axis_order"),
        AxisOrder("ar_cache_axis_order"),
    ];

    private static (Severity Severity, string Message)? ValueViolation(ServingContext one, FlagSetting flag) =>
        MaxTextFlag.Find(flag.Name) is { } known && Allowed(known, one.MaxText) is { } allowed
            ? (Severity.Error, $"'{KeyPath.Shown(flag.Value)}' is not a valid value of {flag.Name}. Allowed: {allowed}")
            : null;

    /// <summary>What a flag allows; null where its value is allowed.</summary>
    private static string? Allowed(MaxTextFlag flag, MaxTextSetup setup) =>
        flag.Type switch
        {
            MaxTextFlagType.Integer => setup.GetInt(flag.Name) is null ? "an integer" : null,
            MaxTextFlagType.Number => setup.GetDouble(flag.Name) is null ? "a number" : null,
            MaxTextFlagType.Boolean => setup.GetBool(flag.Name) is null ? "true, false" : null,
            MaxTextFlagType.List => IsList(setup.GetString(flag.Name)) ? null : "a list in brackets, such as [a,b]",
            _ when flag.Allowed.IsEmpty || flag.Allowed.Contains(setup.GetString(flag.Name)) => null,
            _ => AllowedValues.Format(flag.Allowed),
        };

    private static bool IsList(string text) => text.StartsWith('[') && text.EndsWith(']');

    private static (Severity Severity, string Message)? SplitViolation(ServingContext one, FlagSetting flag)
    {
        var isList = MaxTextFlag.Find(flag.Name)?.Type == MaxTextFlagType.List;
        return Split(flag.Value, isList) is { } message
            ? (one.Serving.HasDefaultJetStream ? Severity.Error : Severity.Warning, message)
            : null;
    }

    private static string? CheckpointViolation(ServingContext one) =>
        one.Serving.HasDefaultJetStream ? Split(one.Serving.Checkpoint.Text, isList: false) : null;

    private static string? Split(string value, bool isList) =>
        value.Any(char.IsWhiteSpace)
            ? $"'{KeyPath.Shown(value)}' contains spaces, and the image's entrypoint splits values at spaces. Allowed: a value without spaces"
        : !isList && value.AsSpan().ContainsAny(Wildcards)
            ? $"'{KeyPath.Shown(value)}' contains a wildcard, which the image's entrypoint expands to file names. Allowed: a value without *, ? and ["
        : null;

    private static Rule AxisOrder(string flag) =>
        Rule.ForFlag(
            "InvalidAxisOrder",
            Severity.Error,
            flag,
            one =>
                one.MaxText.GetString(flag) is var text && !IsOrder(text)
                    ? $"{flag} '{KeyPath.Shown(text)}' is not a valid order of axes. Allowed: 0, 1, 2 and 3 in any order, such as 1,2,0,3"
                    : null
        );

    private static bool IsOrder(string text) =>
        string.Concat(text.Order()) == ",,,0123" && text.Split(',').All(axis => axis.Length == 1);
}
