using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>What the stack file itself says, besides what comes from presets and defaults.</summary>
/// <param name="document">The settings before they were bound.</param>
/// <param name="findLocation">Finds the location of a bound record or flag; null for any other object.</param>
public sealed class SettingSources(SettingsDocument document, Func<object, SourceLocation?> findLocation)
{
    private readonly SourceMap _sourceMap = new(document);

    /// <summary>Whether the stack file sets a key.</summary>
    public bool IsSet(string key) => _sourceMap.GetValue(key) is not (null or NullNode);

    /// <summary>The key of a record or a flag; null where it comes from a preset or from other settings.</summary>
    public string? FindKey(object bound) =>
        findLocation(bound) is { } location && _sourceMap.GetValue(location.Key)?.Location == location
            ? location.Key
            : null;
}
