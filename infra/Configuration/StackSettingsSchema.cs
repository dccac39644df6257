using System.Collections.Immutable;
using System.Reflection;
using Infra.Model;
using Infra.Model.MaxText;
using Infra.Model.Memory;
using Infra.Model.Servings;
using StackConfig.Schema;

namespace Infra.Configuration;

/// <summary>Describes the settings of this program's stacks.</summary>
public static class StackSettingsSchema
{
    /// <summary>The project's name in <c>Pulumi.yaml</c>: the prefix of its keys.</summary>
    public const string Project = "jetstream-pathways";

    private const string ModelName = "model_name";

    private const string MeshRule =
        "The product of all `ici_…_parallelism` is the number of devices in a slice (16 for `4x4`); at most one may be -1, which is then inferred.";

    /// <summary>Creates the description.</summary>
    public static SettingsSchema Create() =>
        new(
            Project,
            new(typeof(StackSettings), StackBinder.ReadDefaults(), ScalarTypes.All)
            {
                MayBeInPreset = MayBeInPreset,
                Required = ["project", "region", "zone"],
                RequiredUnless = ("cluster", "existing"),
                KnownFlags = property => IsMaxTextFlags(property) ? KnownFlags() : [],
            }
        );

    /// <summary>Whether a preset may set a property that is required of a serving or of its batch.</summary>
    private static bool MayBeInPreset(PropertyInfo property) =>
        property.DeclaringType is { } type
        && ((type == typeof(Serving) && property.Name != nameof(Serving.Name)) || type == typeof(Batch));

    private static bool IsMaxTextFlags(PropertyInfo property) =>
        property is { DeclaringType: { } type, Name: nameof(MaxTextSettings.Flags) } && type == typeof(MaxTextSettings);

    private static ImmutableArray<KnownFlag> KnownFlags() =>
        [
            .. from flag in MaxTextFlag.All
            select new KnownFlag(flag.Name, GetType(flag))
            {
                Help = flag.Help is null ? null : Help(flag),
                Choices = flag.Name == ModelName ? KnownModels.InDefaultImage : flag.Allowed,
                AllowsOthers = flag.Name == ModelName,
                Examples = flag.Examples,
                Refusal = flag.DerivedFrom is { } setting ? $"It is derived from {setting}. Remove it." : null,
            },
        ];

    private static FlagType GetType(MaxTextFlag flag) =>
        flag.Type switch
        {
            MaxTextFlagType.Integer => FlagType.Integer,
            MaxTextFlagType.Number => FlagType.Number,
            MaxTextFlagType.Boolean => FlagType.Boolean,
            _ => FlagType.String,
        };

    private static string Help(MaxTextFlag flag)
    {
        var standard = flag.Default is { Length: > 0 } value ? $"MaxText's default is {value}." : "";
        return string.Join(
            ' ',
            new[] { flag.Help!, flag.IsMeshAxis ? MeshRule : "", standard }.Where(part => part.Length > 0)
        );
    }
}
