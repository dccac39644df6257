using System.Collections.Immutable;

namespace Infra.Model.Memory;

/// <summary>The models that the program knows, by MaxText's names for them; <c>models.yaml</c> lists them.</summary>
public static class KnownModels
{
    /// <summary>The configuration file on which all others build, in which MaxText's default values are.</summary>
    private const string BaseConfig = "base.yml";

    private static readonly ModelData Data = DataFile.Read<ModelData>("Memory/models.yaml");

    /// <summary>The dimensions of every model that is known, family by family.</summary>
    public static IReadOnlyDictionary<string, ModelArchitecture> All => Data.Architectures;

    /// <summary>The names that MaxText in the default JetStream image accepts.</summary>
    public static ImmutableArray<string> InDefaultImage => Data.InDefaultImage;

    /// <summary>The configuration files of MaxText that are known, by their names.</summary>
    public static IReadOnlyDictionary<string, ConfigFile> Configs { get; } =
        Data.Configs.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.Resolve(Data.Shardings));

    /// <summary>The dimensions of a model; null for one that is not known.</summary>
    public static ModelArchitecture? Find(string name) => Data.Architectures.GetValueOrDefault(name);

    /// <summary>The configuration file of a path inside the image; <c>base.yml</c>, on which all build, for one that is not known.</summary>
    public static ConfigFile FindConfig(string path) =>
        Configs.GetValueOrDefault(Path.GetFileName(path)) ?? Configs[BaseConfig];
}

/// <summary>The contents of <c>models.yaml</c>.</summary>
internal sealed record ModelData
{
    /// <summary>The dimensions of models by name.</summary>
    public required IReadOnlyDictionary<string, ModelArchitecture> Architectures { get; init; }

    /// <summary>The names that MaxText in the default JetStream image accepts.</summary>
    public required ImmutableArray<string> InDefaultImage { get; init; }

    /// <summary>Ways to shard a model, by names of this program.</summary>
    public required IReadOnlyDictionary<string, Sharding> Shardings { get; init; }

    /// <summary>Configuration files by name.</summary>
    public required IReadOnlyDictionary<string, ConfigData> Configs { get; init; }
}

/// <summary>A configuration file in <c>models.yaml</c>, with its shardings by name.</summary>
internal sealed record ConfigData
{
    /// <inheritdoc cref="ConfigFile.Model" />
    public string? Model { get; init; }

    /// <inheritdoc cref="ConfigFile.Sharding" />
    public required string Sharding { get; init; }

    /// <inheritdoc cref="ConfigFile.OlderSharding" />
    public string? OlderSharding { get; init; }

    /// <inheritdoc cref="ConfigFile.ChangedOn" />
    public string? ChangedOn { get; init; }

    /// <summary>The configuration file with its shardings.</summary>
    internal ConfigFile Resolve(IReadOnlyDictionary<string, Sharding> shardings) =>
        new()
        {
            Model = Model,
            Sharding = shardings[Sharding],
            OlderSharding = OlderSharding is null ? null : shardings[OlderSharding],
            ChangedOn = ChangedOn,
        };
}
