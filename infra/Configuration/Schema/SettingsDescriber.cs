using System.Collections.Immutable;
using System.Reflection;
using Infra.Configuration.Binding;
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
        return describer.Keys(typeof(StackSettings), new StackSettings());
    }

    private ImmutableArray<SettingDescription> Keys(Type type, object defaults) =>
        [
            .. RecordShape
                .Of(type)
                .Properties.Select(property => Describe(property, property.Property.GetValue(defaults))),
        ];

    private SettingDescription Describe(PropertyShape property, object? value)
    {
        var inner = _scalars.Inner(property.Value);
        var isRecord = !_scalars.Binds(inner.Type) && inner.Form == ValueForm.Record;
        return new(
            property.Key,
            _comments.Summary(property.Property),
            isRecord ? _comments.Remarks(inner.Type) : DocText.Empty,
            property.Value,
            property.IsRequired,
            property.IsRequired ? null : value,
            isRecord ? Keys(inner.Type, inner.Type.IsInstanceOfType(value) ? value! : Defaults(inner.Type)) : [],
            IsMaxTextFlags(property.Property) ? MaxTextFlags.All : []
        );
    }

    private static object Defaults(Type type) =>
        type == typeof(ServingSettings) ? ServingDefaults.Settings : Activator.CreateInstance(type)!;

    private static bool IsMaxTextFlags(PropertyInfo property) =>
        property is { DeclaringType: { } type, Name: nameof(MaxTextSettings.Flags) } && type == typeof(MaxTextSettings);
}
