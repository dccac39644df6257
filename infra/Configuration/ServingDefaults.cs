using Infra.Model.Tpu;
using StackConfig.Reading;

namespace Infra.Configuration;

/// <summary>The defaults of a serving: those of <c>defaults.yaml</c>, and the images of its generation.</summary>
internal static class ServingDefaults
{
    private const string GenerationKey = "generation";
    private const string ImagesKey = "images";

    /// <summary>Completes the defaults of <c>defaults.yaml</c> with the images of the default generation.</summary>
    /// <param name="defaults">The defaults of every serving.</param>
    internal static MapNode Complete(MapNode defaults) => Create(defaults, defaults);

    /// <summary>The defaults of a serving, with the images of its generation if it names one.</summary>
    /// <param name="defaults">The defaults of every serving.</param>
    /// <param name="serving">The settings of the serving.</param>
    internal static MapNode Create(MapNode defaults, MapNode serving) =>
        serving.Entries.GetValueOrDefault(GenerationKey) is ScalarNode name
        && TpuGeneration.TryParse(name.Text, out var generation)
            ? defaults.With(ImagesKey, WithImages((MapNode)defaults.Entries[ImagesKey], generation))
            : defaults;

    private static MapNode WithImages(MapNode images, TpuGeneration generation)
    {
        foreach (var (key, image) in generation.Images)
        {
            var location = images.Location with { Key = KeyPath.Entry(images.Location.Key, key) };
            images = images.With(key, new ScalarNode(location, ScalarKind.String, image));
        }

        return images;
    }
}
