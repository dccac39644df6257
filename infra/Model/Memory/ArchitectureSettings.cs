using System.ComponentModel.DataAnnotations;

namespace Infra.Model.Memory;

/// <summary>The dimensions of a model that this program does not know, from which its memory is estimated.</summary>
public sealed record ArchitectureSettings
{
    private const int Most = 100_000_000;

    /// <summary>Width of the embedding; MaxText: <c>base_emb_dim</c>. Required.</summary>
    [Range(1, Most)]
    public required int EmbeddingWidth { get; init; }

    /// <summary>Heads of the queries; MaxText: <c>base_num_query_heads</c>. Required.</summary>
    [Range(1, Most)]
    public required int QueryHeads { get; init; }

    /// <summary>Heads of keys and of values; MaxText: <c>base_num_kv_heads</c>. Required.</summary>
    [Range(1, Most)]
    public required int KeyValueHeads { get; init; }

    /// <summary>Width of one head; MaxText: <c>head_dim</c>. Required.</summary>
    [Range(1, Most)]
    public required int HeadWidth { get; init; }

    /// <summary>Decoder layers; MaxText: <c>base_num_decoder_layers</c>. Required.</summary>
    [Range(1, Most)]
    public required int Layers { get; init; }

    /// <summary>Inner width of the MLP, or of one expert; MaxText: <c>base_mlp_dim</c>. Required.</summary>
    [Range(1, Most)]
    public required int MlpWidth { get; init; }

    /// <summary>Tokens in the vocabulary; MaxText: <c>vocab_size</c>. Required.</summary>
    [Range(1, Most)]
    public required int Vocabulary { get; init; }

    /// <summary>Experts of every layer; MaxText: <c>num_experts</c>. Default 1: no mixture.</summary>
    [Range(1, Most)]
    public int Experts { get; init; } = 1;

    /// <summary>Whether the logits use the embedding's matrix; MaxText: <c>logits_via_embedding</c>. Default <c>false</c>.</summary>
    public bool TiedEmbeddings { get; init; }

    /// <summary>These dimensions under the model's name.</summary>
    public ModelArchitecture Named(string name) =>
        new()
        {
            Name = name,
            EmbeddingWidth = EmbeddingWidth,
            QueryHeads = QueryHeads,
            KeyValueHeads = KeyValueHeads,
            HeadWidth = HeadWidth,
            Layers = Layers,
            MlpWidth = MlpWidth,
            Vocabulary = Vocabulary,
            Experts = Experts,
            TiedEmbeddings = TiedEmbeddings,
        };
}
