using System.Collections.Immutable;
using System.Reflection;
using Infra.Configuration.Binding;
using Infra.Configuration.Reading;
using Infra.Model;
using Infra.Model.MaxText;
using Infra.Model.Servings;

namespace Infra.Configuration.Schema;

/// <summary>Describes every key of a stack file by the types that it is bound to: names, rules and defaults, and their comments.</summary>
internal sealed class SettingsDescriber
{
    private readonly DocComments _comments = DocComments.Read();
    private readonly ScalarBinding _scalars = new(ScalarTypes.All);

    /// <summary>Describes the keys of a stack file.</summary>
    internal static ImmutableArray<SettingDescription> Describe()
    {
        var describer = new SettingsDescriber();
        return describer.Keys(typeof(StackSettings), StackBinder.ReadDefaults());
    }

    private ImmutableArray<SettingDescription> Keys(Type type, MapNode? defaults)
    {
        var initial = Activator.CreateInstance(type)!;
        return
        [
            .. RecordShape
                .Of(type)
                .Properties.Select(property => Describe(property, initial, Node(defaults, property))),
        ];
    }

    private SettingDescription Describe(PropertyShape property, object initial, SettingNode? node)
    {
        var inner = _scalars.Inner(property.Value);
        var isRecord = !_scalars.Binds(inner.Type) && inner.Form == ValueForm.Record;
        var isRequired = property.IsRequired && node is null && !MayBeInPreset(property);
        return new(
            property.Key,
            _comments.Summary(property.Property),
            isRecord ? _comments.Remarks(inner.Type) : DocText.Empty,
            property.Value,
            isRequired,
            property.IsRequired && node is null ? null : Default(property, initial, node),
            isRecord ? Keys(inner.Type, ((node as ListNode)?.Items[0] ?? node) as MapNode) : [],
            IsMaxTextFlags(property.Property) ? MaxTextFlag.All : []
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

    private static SettingNode? Node(MapNode? defaults, PropertyShape property) =>
        defaults?.Entries.GetValueOrDefault(property.Key);

    /// <summary>Whether a preset may have a key that a serving, or its batch, must have.</summary>
    private static bool MayBeInPreset(PropertyShape property) =>
        property.Property.DeclaringType is { } type
        && ((type == typeof(Serving) && property.Property.Name != nameof(Serving.Name)) || type == typeof(Batch));

    private static bool IsMaxTextFlags(PropertyInfo property) =>
        property is { DeclaringType: { } type, Name: nameof(MaxTextSettings.Flags) } && type == typeof(MaxTextSettings);
}
