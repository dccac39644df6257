using System.ComponentModel.DataAnnotations;

namespace Infra.Model.Memory;

/// <summary>The dimensions of a decoder-only model, from which its memory is estimated.</summary>
/// <remarks>
/// The model must have a gated MLP of three matrices and grouped-query attention; models with latent or linear attention cannot be described.
/// </remarks>
public sealed record ModelArchitecture
{
    private const int MaxNumber = 100_000_000;

    /// <summary>Width of the embedding; MaxText: <c>base_emb_dim</c>. Required.</summary>
    [Range(1, MaxNumber)]
    public required int EmbeddingWidth { get; init; }

    /// <summary>Heads of the queries; MaxText: <c>base_num_query_heads</c>. Required.</summary>
    [Range(1, MaxNumber)]
    public required int QueryHeads { get; init; }

    /// <summary>Heads of keys and of values; MaxText: <c>base_num_kv_heads</c>. Required.</summary>
    [Range(1, MaxNumber)]
    public required int KeyValueHeads { get; init; }

    /// <summary>Width of one head; MaxText: <c>head_dim</c>. Required.</summary>
    [Range(1, MaxNumber)]
    public required int HeadWidth { get; init; }

    /// <summary>Decoder layers; MaxText: <c>base_num_decoder_layers</c>. Required.</summary>
    [Range(1, MaxNumber)]
    public required int Layers { get; init; }

    /// <summary>Inner width of the MLP, or of one expert; MaxText: <c>base_mlp_dim</c>. Required.</summary>
    [Range(1, MaxNumber)]
    public required int MlpWidth { get; init; }

    /// <summary>Tokens in the vocabulary; MaxText: <c>vocab_size</c>. Required.</summary>
    [Range(1, MaxNumber)]
    public required int Vocabulary { get; init; }

    /// <summary>Experts of every layer; MaxText: <c>num_experts</c>. Default 1: no mixture of experts.</summary>
    [Range(1, MaxNumber)]
    public int Experts { get; init; } = 1;

    /// <summary>Whether the logits use the embedding's matrix; MaxText: <c>logits_via_embedding</c>. Default <c>false</c>.</summary>
    public bool TiedEmbeddings { get; init; }

    /// <summary>Parameters of the query projections of all layers.</summary>
    public double QueryParameters => (double)Layers * EmbeddingWidth * QueryHeads * HeadWidth;

    /// <summary>Parameters of the key and value projections of all layers.</summary>
    public double KeyValueParameters => 2d * Layers * EmbeddingWidth * KeyValueHeads * HeadWidth;

    /// <summary>Parameters of the output projections of all layers.</summary>
    public double OutputParameters => QueryParameters;

    /// <summary>Parameters of the MLPs of all layers, with all experts and what chooses among them.</summary>
    public double MlpParameters => ((3d * MlpWidth * Experts) + (Experts > 1 ? Experts : 0)) * Layers * EmbeddingWidth;

    /// <summary>Parameters of the embedding and the logits, which MaxText does not quantize.</summary>
    public double EmbeddingParameters => (TiedEmbeddings ? 1d : 2d) * Vocabulary * EmbeddingWidth;

    /// <summary>Parameters of the normalizations, two in each layer and a last one, which MaxText does not quantize.</summary>
    public double NormParameters => ((2d * Layers) + 1) * EmbeddingWidth;

    /// <summary>All parameters.</summary>
    /// <remarks>
    /// Source: the shapes in MaxText's decoder layers; exact for Llama and Mistral. What it leaves out elsewhere is below a thousandth: further
    /// normalizations (Gemma), those of queries and keys (Gemma 3, Qwen 3), biases (Qwen 2.5).
    /// </remarks>
    public double Parameters =>
        QueryParameters + KeyValueParameters + OutputParameters + MlpParameters + EmbeddingParameters + NormParameters;

    /// <summary>Output channels of all matrices that are quantized, each of which has at most one scale.</summary>
    public double QuantizedChannels =>
        Layers
        * (
            ((QueryHeads + (2d * KeyValueHeads)) * HeadWidth)
            + EmbeddingWidth
            + (Experts * ((2d * MlpWidth) + EmbeddingWidth))
        );

    /// <summary>Numbers that the cache holds for one token: a key and a value for every head of every layer.</summary>
    /// <remarks>Layers with a sliding window (Gemma) count like the others; MaxText could keep less for them.</remarks>
    public double CacheValuesPerToken => 2d * Layers * KeyValueHeads * HeadWidth;
}
