using System.Collections.Immutable;
using StackConfig.Binding;
using StackConfig.Reading;

namespace StackConfig.Schema;

/// <summary>Describes every key of a stack file by the types that it is bound to: names, rules and defaults, and their comments.</summary>
internal sealed class SettingsDescriber(SettingsModel model)
{
    private readonly DocComments _comments = DocComments.Read(model.Type.Assembly);
    private readonly ScalarBinding _scalars = new(model.ScalarTypes);

    /// <summary>Describes the keys of a stack file.</summary>
    internal ImmutableArray<SettingDescription> Describe() => Keys(model.Type, model.Defaults);

    private ImmutableArray<SettingDescription> Keys(Type type, MapNode? defaults)
    {
        var initial = Activator.CreateInstance(type)!;
        return
        [
            .. RecordShape
                .FromType(type)
                .Properties.Select(property => Describe(property, initial, FindDefault(defaults, property))),
        ];
    }

    private SettingDescription Describe(PropertyShape property, object initial, SettingNode? node)
    {
        var inner = _scalars.Inner(property.Value);
        var isRecord = !_scalars.Binds(inner.Type) && inner.Form == ValueForm.Record;
        var hasNoDefault = property.IsRequired && node is null;
        var mayBeInPreset = model.MayBeInPreset(property.Property);
        return new(
            property.Key,
            _comments.Summary(property.Property),
            isRecord ? _comments.Remarks(inner.Type) : DocText.Empty,
            property.Value,
            hasNoDefault && !mayBeInPreset,
            hasNoDefault && mayBeInPreset,
            hasNoDefault ? null : Default(property, initial, node),
            isRecord ? Keys(inner.Type, ((node as ListNode)?.Items[0] ?? node) as MapNode) : [],
            model.KnownFlags(property.Property)
        );
    }

    /// <summary>What holds where a key is left out: the default, or what a type has to begin with.</summary>
    private object? Default(PropertyShape property, object initial, SettingNode? node) =>
        node switch
        {
            ScalarNode scalar => _scalars.Value(property.Value, scalar.Text),
            MapNode map when property.Value.Form == ValueForm.Map => map.Entries.ToDictionary(
                entry => entry.Key,
                entry => (entry.Value as ScalarNode)?.Text,
                StringComparer.Ordinal
            ),
            _ => property.Property.GetValue(initial),
        };

    private static SettingNode? FindDefault(MapNode? defaults, PropertyShape property) =>
        defaults?.Entries.GetValueOrDefault(property.Key);
}
