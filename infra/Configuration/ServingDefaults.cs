using System.Collections.Immutable;
using Infra.Model.Tpu;
using StackConfig.Reading;

namespace Infra.Configuration;

/// <summary>The defaults of a serving: those of <c>defaults.yaml</c>, and the images of its generation.</summary>
internal static class ServingDefaults
{
    /// <summary>Adds the images of a generation.</summary>
    /// <param name="defaults">The defaults of every serving.</param>
    /// <param name="generation">The generation in the settings; null, or a node that names none, for the default one.</param>
    internal static MapNode For(MapNode defaults, SettingNode? generation)
    {
        var standard = (ScalarNode)defaults.Entries["generation"];
        var name = (generation as ScalarNode ?? standard).Text;
        return TpuGeneration.TryParse(name, out var known) ? WithImages(defaults, known) : For(defaults, standard);
    }

    private static MapNode WithImages(MapNode defaults, TpuGeneration generation)
    {
        var images = (MapNode)defaults.Entries["images"];
        var entries = images.Entries.ToImmutableSortedDictionary(StringComparer.Ordinal);
        foreach (var (key, image) in generation.Images)
        {
            var place = images.Place with { Key = KeyPath.Entry(images.Place.Key, key) };
            entries = entries.SetItem(key, new ScalarNode(place, ScalarKind.Text, image));
        }

        return defaults with
        {
            Entries = defaults
                .Entries.ToImmutableSortedDictionary(StringComparer.Ordinal)
                .SetItem("images", images with { Entries = entries }),
        };
    }
}
