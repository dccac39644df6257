namespace Infra.Model.Memory;

/// <summary>A configuration file of MaxText; <c>models.yaml</c> lists them.</summary>
public sealed record ConfigFile
{
    /// <summary>The model that it names. Default: none.</summary>
    public string? Model { get; init; }

    /// <summary>How it shards a model.</summary>
    public required Sharding Sharding { get; init; }

    /// <summary>How it sharded a model until <see cref="ChangedOn"/>. Default: as now.</summary>
    public Sharding? OlderSharding { get; init; }

    /// <summary>The day from which on it shards as now; null where it always did.</summary>
    public string? ChangedOn { get; init; }
}
