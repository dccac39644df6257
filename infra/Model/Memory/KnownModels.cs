using System.Collections.Immutable;

namespace Infra.Model.Memory;

/// <summary>The models that the program knows, by MaxText's names for them; <c>models.yaml</c> lists them.</summary>
public static class KnownModels
{
    private static readonly ModelData Data = DataFile.Read<ModelData>("Memory/models.yaml");

    /// <summary>The dimensions of every model that is known, family by family.</summary>
    public static IReadOnlyDictionary<string, ModelArchitecture> All => Data.Architectures;

    /// <summary>The names that MaxText in the default JetStream image accepts.</summary>
    public static ImmutableArray<string> InDefaultImage => Data.InDefaultImage;

    /// <summary>The dimensions of a model; null for one that is not known.</summary>
    public static ModelArchitecture? Find(string name) => Data.Architectures.GetValueOrDefault(name);

    /// <summary>The name of the model that a configuration file of MaxText names; null for none.</summary>
    /// <param name="path">The file's path inside the image.</param>
    public static string? FindByConfig(string path) => Data.Configs.GetValueOrDefault(Path.GetFileName(path));
}

/// <summary>The contents of <c>models.yaml</c>.</summary>
internal sealed record ModelData
{
    /// <summary>The dimensions of models by name.</summary>
    public required IReadOnlyDictionary<string, ModelArchitecture> Architectures { get; init; }

    /// <summary>The names that MaxText in the default JetStream image accepts.</summary>
    public required ImmutableArray<string> InDefaultImage { get; init; }

    /// <summary>The names of models by the configuration file that sets them.</summary>
    public required IReadOnlyDictionary<string, string> Configs { get; init; }
}
