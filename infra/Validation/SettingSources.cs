using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>What the stack file itself says, besides what comes from presets and defaults.</summary>
/// <param name="document">The settings before they were bound.</param>
/// <param name="placeOf">Where a record or a flag that was bound stands; null for any other object.</param>
public sealed class SettingSources(SettingsDocument document, Func<object, SourceLocation?> placeOf)
{
    private readonly SourceMap _places = new(document);

    /// <summary>Whether the stack file sets a key.</summary>
    public bool IsSet(string key) => _places.Node(key) is not (null or NullNode);

    /// <summary>The key of a record or a flag; null where it comes from a preset or from other settings.</summary>
    public string? KeyOf(object bound) =>
        placeOf(bound) is { } place && _places.Node(place.Key)?.Place == place ? place.Key : null;
}
