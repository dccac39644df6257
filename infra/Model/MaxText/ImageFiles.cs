using System.Collections.Immutable;

namespace Infra.Model.MaxText;

/// <summary>The files of MaxText in the default JetStream image, by what they set; <c>image-files.yaml</c> lists them.</summary>
internal static class ImageFiles
{
    private const string WorkingDirectory = "/maxtext/";

    private static readonly ImageFileData Data = DataFile.Read<ImageFileData>("MaxText/image-files.yaml");

    private static readonly Dictionary<string, ModelFile> Models = Data
        .Models.SelectMany(model => model.Names.Select(name => KeyValuePair.Create(name, model)))
        .ToDictionary(StringComparer.Ordinal);

    private static readonly Dictionary<string, ConfigurationFile> ConfigurationsByName =
        Data.Configurations.ToDictionary(file => Path.GetFileName(file.Path), StringComparer.Ordinal);

    /// <summary>The type of each tokenizer, by its path.</summary>
    public static IReadOnlyDictionary<string, string> Tokenizers => Data.Tokenizers;

    /// <summary>The paths of the configuration files.</summary>
    public static IEnumerable<string> Configurations => Data.Configurations.Select(file => file.Path);

    /// <summary>The file of a model; null for one that the image does not have.</summary>
    public static ModelFile? FindModel(string name) => Models.GetValueOrDefault(name);

    /// <summary>The configuration file with the name of a path, in any folder: other images have them elsewhere. Null for none.</summary>
    public static ConfigurationFile? FindConfiguration(string path) =>
        ConfigurationsByName.GetValueOrDefault(Path.GetFileName(path));

    /// <summary>Whether the image has a configuration file at a path.</summary>
    public static bool HasConfiguration(string path) => Configurations.Contains(Relative(path));

    /// <summary>Whether the file of a model sets a flag in every build that the image may hold.</summary>
    public static bool SetsFlag(string model, string flag) =>
        FindModel(model) is { } file && (Data.EveryModel.Contains(flag) || file.Sets.Contains(flag));

    /// <summary>A path from the folder in which the image starts MaxText.</summary>
    public static string Relative(string path) =>
        path.StartsWith(WorkingDirectory, StringComparison.Ordinal) ? path[WorkingDirectory.Length..] : path;
}

/// <summary>What the files of some models set.</summary>
internal sealed record ModelFile
{
    private static readonly Dictionary<string, string> NoValues = [];

    /// <summary>The models, by MaxText's names.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>The flags that their files set besides those of every model.</summary>
    public required ImmutableArray<string> Sets { get; init; }

    /// <summary>The flags that their files set in some of the builds that the image may hold.</summary>
    public ImmutableArray<string> MaySet { get; init; } = [];

    /// <summary>Values of the flags that they set, as far as the program reads them.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = NoValues;

    /// <summary>The path of the tokenizer that they were trained with; null where the image has none.</summary>
    public string? Tokenizer { get; init; }
}

/// <summary>A configuration file: what <c>maxText.config</c> names.</summary>
internal sealed record ConfigurationFile
{
    private static readonly Dictionary<string, string> NoValues = [];

    /// <summary>Its path in the image.</summary>
    public required string Path { get; init; }

    /// <summary>The values that differ from those of base.yml, as far as the program reads them.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = NoValues;

    /// <summary>The flags that it has and base.yml has not.</summary>
    public ImmutableArray<string> Adds { get; init; } = [];
}

/// <summary>The contents of <c>image-files.yaml</c>.</summary>
internal sealed record ImageFileData
{
    /// <summary>The type of each tokenizer, by its path.</summary>
    public required IReadOnlyDictionary<string, string> Tokenizers { get; init; }

    /// <summary>The flags that the file of every model sets.</summary>
    public required ImmutableArray<string> EveryModel { get; init; }

    /// <summary>The models.</summary>
    public required ImmutableArray<ModelFile> Models { get; init; }

    /// <summary>The configuration files.</summary>
    public required ImmutableArray<ConfigurationFile> Configurations { get; init; }
}
