using System.Collections.Immutable;
using Infra.Model;
using Infra.Model.Names;
using Infra.Model.Servings;
using StackConfig.Binding;
using StackConfig.Reading;

namespace Infra.Configuration;

/// <summary>Binds the settings of a stack, once what they leave out is filled in from presets and defaults.</summary>
internal sealed class StackBinder
{
    private const string ServingsKey = "servings";

    private readonly SettingsBinder _binder = new(ScalarTypes.All);
    private readonly Dictionary<(PresetName Name, string? Directory), MapNode?> _presets = [];
    private readonly MapNode _defaults = ReadDefaults();

    /// <summary>What a stack file leaves out, as a stack file has it.</summary>
    public static MapNode ReadDefaults()
    {
        var defaults = DataFile.ReadMap("defaults.yaml");
        return defaults.With(ServingsKey, Complete((ListNode)defaults.Entries[ServingsKey]));
    }

    /// <summary>The location of a bound record or flag; null for any other object.</summary>
    public SourceLocation? FindLocation(object bound) => _binder.FindLocation(bound);

    /// <summary>Binds a document, each serving by itself.</summary>
    /// <param name="document">The settings before they are bound.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public BoundStack Bind(SettingsDocument document, ICollection<Diagnostic> problems)
    {
        var secrets = _binder.SecretsOf<StackSettings>(document);
        var servings = document.Entries.GetValueOrDefault(ServingsKey) as ListNode;
        var root = document.Root.Without(servings is null ? secrets.Keys : secrets.Keys.Append(ServingsKey));
        var defaults = _defaults.Without(ServingsKey);
        var settings = _binder.Bind<StackSettings>(
            _binder.Merge.AddDefaults(typeof(StackSettings), root, defaults),
            problems
        );
        return new(
            settings,
            [
                .. (servings?.Items ?? []).Select(node => new BoundServing(
                    node.Location.Key,
                    BindServing(node, document, problems)
                )),
            ],
            [.. secrets.Keys]
        );
    }

    private Serving? BindServing(SettingNode node, SettingsDocument document, ICollection<Diagnostic> problems)
    {
        if (node is not MapNode settings)
        {
            return _binder.Bind<Serving>(node, problems);
        }

        var found = new List<Diagnostic>();
        var preset = Preset(settings, document.Directory, found);
        var merged = preset is null ? settings : _binder.Merge.AddPreset(typeof(Serving), settings, preset);
        var defaults = ServingDefaults.Create((MapNode)((ListNode)_defaults.Entries[ServingsKey]).Items[0], merged);
        var serving = _binder.Bind<Serving>(
            _binder.Merge.AddDefaults(typeof(Serving), merged, defaults.MovedTo(settings.Location.Key)),
            found
        );
        var isIncomplete = preset is null && settings.Entries.GetValueOrDefault("preset") is not (null or NullNode);
        foreach (var problem in found.Where(problem => !isIncomplete || !IsMissing(problem, settings)))
        {
            problems.Add(problem);
        }

        return serving;
    }

    private static ListNode Complete(ListNode servings) =>
        servings with
        {
            Items = [ServingDefaults.Complete((MapNode)servings.Items[0])],
        };

    /// <summary>What a serving's preset says, with keys in the serving; null for none, and for one that is wrong.</summary>
    private MapNode? Preset(MapNode serving, string? directory, List<Diagnostic> problems)
    {
        if (
            serving.Entries.GetValueOrDefault("preset") is not ScalarNode scalar
            || Presets.Parse(scalar.Text) is not { } name
        )
        {
            return null;
        }

        if (!_presets.TryGetValue((name, directory), out var preset))
        {
            preset = Presets.Read(name, directory, scalar.Location, problems);
            _presets.Add((name, directory), preset);
        }

        return preset?.MovedTo(serving.Location.Key);
    }

    /// <summary>Whether a problem is that of a key which the serving does not have: its preset might.</summary>
    private static bool IsMissing(Diagnostic problem, MapNode serving) =>
        problem.File == serving.Location.File && !serving.Holds(problem.Key);
}

/// <summary>The settings of a stack as far as they can be bound.</summary>
/// <param name="Settings">The settings but the servings; null when one of them is wrong.</param>
/// <param name="Servings">The servings.</param>
/// <param name="SecretKeys">The keys of the encrypted settings, in ordinal order.</param>
internal sealed record BoundStack(
    StackSettings? Settings,
    ImmutableArray<BoundServing> Servings,
    ImmutableArray<string> SecretKeys
);

/// <summary>One serving of a stack.</summary>
/// <param name="Key">Its key, such as <c>servings[0]</c>.</param>
/// <param name="Serving">The serving; null when one of its settings is wrong.</param>
internal sealed record BoundServing(string Key, Serving? Serving);
