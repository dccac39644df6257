using System.Collections.Immutable;
using StackConfig.Binding;
using StackConfig.Reading;

namespace StackConfig.Schema;

/// <summary>Finds a setting by its key and explains it with the descriptions that the schema has, too.</summary>
internal sealed class SettingsExplainer(SettingsModel model, ImmutableArray<SettingDescription> settings)
{
    private readonly ScalarBinding _scalars = new(model.ScalarTypes);

    /// <summary>Explains a setting.</summary>
    /// <param name="key">Its key; positions in lists do not matter. Empty for the top of a stack file.</param>
    /// <exception cref="FormatException">There is no such setting. The message names the key and the allowed ones.</exception>
    internal SettingExplanation Explain(string key)
    {
        var path = KeyPath.WithoutPositions(key);
        var (within, found) = (settings, (SettingDescription?)null);
        var names = path.Length == 0 ? [] : path.Split('.');
        foreach (var (depth, name) in names.Index())
        {
            if (Offered(found).FirstOrDefault(flag => flag.Name == name) is { } known && depth == names.Length - 1)
            {
                return Explain(path, known);
            }

            found =
                within.FirstOrDefault(setting => setting.Key == name)
                ?? throw (
                    found is null && FindEnding(path) is { } full ? NotFound(path, full) : NotFound(name, within, found)
                );
            within = found.Within;
        }

        return found is null
            ? new("", "The settings of a stack.", "", "", Keys(settings))
            : new(path, Describe(found), Default(found), Allowed(found), Keys(found.Within));
    }

    private static SettingExplanation Explain(string path, KnownFlag flag) =>
        new(path, new DocText(flag.Help!).Plain, "", Allowed(flag), []);

    private static string Allowed(KnownFlag flag)
    {
        var values = AllowedValues.Format(flag.Choices);
        return flag.AllowsOthers ? $"{values}, or another value"
            : flag.Choices.Length > 0 ? values
            : flag.Type switch
            {
                FlagType.Integer => "an integer",
                FlagType.Number => "a number",
                FlagType.Boolean => "true, false",
                _ => "",
            };
    }

    private static IEnumerable<KnownFlag> Offered(SettingDescription? setting) =>
        (setting?.KnownFlags ?? []).Where(flag => flag.Help is not null);

    /// <summary>The first setting whose key ends like a path; null if there is none.</summary>
    private string? FindEnding(string path) =>
        settings
            .SelectMany(setting => WithAllWithin(setting, setting.Key))
            .FirstOrDefault(key => key.EndsWith($".{path}", StringComparison.Ordinal));

    private static IEnumerable<string> WithAllWithin(SettingDescription setting, string path) =>
        setting
            .Within.SelectMany(key => WithAllWithin(key, $"{path}.{key.Key}"))
            .Concat(Offered(setting).Select(flag => $"{path}.{flag.Name}"))
            .Prepend(path);

    private static FormatException NotFound(string path, string full) =>
        new($"'{KeyPath.Shown(path)}' is not a key. Did you mean \"{full}\"?");

    private static FormatException NotFound(
        string name,
        ImmutableArray<SettingDescription> within,
        SettingDescription? parent
    )
    {
        var known = within.Select(setting => setting.Key).Concat(Offered(parent).Select(flag => flag.Name)).ToList();
        var place = parent is null ? "" : $" of {parent.Key}";
        return new FormatException(
            known.Count == 0
                ? $"'{KeyPath.Shown(name)}' is not a key{place}, which has none."
                : $"'{KeyPath.Shown(name)}' is not a key{place}.{DidYouMean.Sentence(name, known)} Allowed: {AllowedValues.Format(known)}"
        );
    }

    private static string Describe(SettingDescription setting) =>
        new DocText(setting.Text.Meaning).With(setting.Remarks.Markdown).Plain;

    private string Default(SettingDescription setting) =>
        setting.Text.Default.Length > 0 ? new DocText(setting.Text.Default).Plain
        : setting.IsRequired ? "none; required"
        : _scalars.Binds(setting.Value.Type) && SchemaJson.Value(setting.Default) is { } value ? value.ToString()
        : "";

    private string Allowed(SettingDescription setting) =>
        setting.Within.IsEmpty ? new ExpectedValueFormatter(model.ScalarTypes, new()).Format(setting.Value) : "";

    private static ImmutableArray<ExplainedKey> Keys(ImmutableArray<SettingDescription> settings) =>
        [.. settings.Select(setting => new ExplainedKey(setting.Key, setting.IsRequired, setting.Text.Summary.Plain))];
}
