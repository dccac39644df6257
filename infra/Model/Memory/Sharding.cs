using System.Collections.Immutable;

namespace Infra.Model.Memory;

/// <summary>Over which axes of the mesh each dimension of a tensor is sharded; over any other axis the tensor is replicated.</summary>
/// <remarks>
/// The properties are logical axes of MaxText, of which each tensor has one or more. Source: <c>logical_axis_rules</c> in a configuration file of
/// MaxText; the logical axes of each tensor are those in its <c>attentions.py</c>, <c>linears.py</c>, <c>embeddings.py</c> and
/// <c>kvcache.py</c>.
/// </remarks>
public sealed record Sharding
{
    /// <summary>The width of the embedding; MaxText: <c>embed</c>.</summary>
    public ImmutableArray<string> Embedding { get; init; } = [];

    /// <summary>The tokens of the vocabulary; MaxText: <c>vocab</c>.</summary>
    public ImmutableArray<string> Vocabulary { get; init; } = [];

    /// <summary>The heads of the output projection; MaxText: <c>heads</c>.</summary>
    public ImmutableArray<string> OutputHeads { get; init; } = [];

    /// <summary>The heads of the query projection; MaxText: <c>q_heads</c>.</summary>
    public ImmutableArray<string> QueryHeads { get; init; } = [];

    /// <summary>The heads of the key and value projections; MaxText: <c>kv_heads</c>.</summary>
    public ImmutableArray<string> KeyValueHeads { get; init; } = [];

    /// <summary>The width of a head of the key and value projections; MaxText: <c>kv_head_dim</c>.</summary>
    public ImmutableArray<string> KeyValueHeadWidth { get; init; } = [];

    /// <summary>The inner width of the MLP; MaxText: <c>mlp</c>.</summary>
    public ImmutableArray<string> Mlp { get; init; } = [];

    /// <summary>The experts of a mixture; MaxText: <c>exp</c>.</summary>
    public ImmutableArray<string> Experts { get; init; } = [];

    /// <summary>The slots of the cache; MaxText: <c>cache_batch</c>.</summary>
    public ImmutableArray<string> CacheSlots { get; init; } = [];

    /// <summary>The heads of the cache, also that of a prefill result; MaxText: <c>cache_heads</c>.</summary>
    public ImmutableArray<string> CacheHeads { get; init; } = [];

    /// <summary>Every axis that shards something.</summary>
    public IEnumerable<string> Axes =>
        new[]
        {
            Embedding,
            Vocabulary,
            OutputHeads,
            QueryHeads,
            KeyValueHeads,
            KeyValueHeadWidth,
            Mlp,
            Experts,
            CacheSlots,
            CacheHeads,
        }
            .SelectMany(axes => axes)
            .Distinct(StringComparer.Ordinal);
}
