namespace Infra.Model.Memory;

/// <summary>The dimensions of a decoder-only model, as far as they decide how much memory it takes.</summary>
/// <remarks>
/// The MLP is a gated one of three matrices, as in every model of <see cref="KnownModels"/>; the cache is one of plain
/// attention with grouped heads, so that models with latent or linear attention cannot be described. Every dimension is
/// above 0. What follows from them is a <c>double</c>: exact for every real model, and never an overflow for any other.
/// </remarks>
public sealed record ModelArchitecture
{
    /// <summary>What MaxText calls the model in <c>model_name</c>, such as <c>llama3.1-70b</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Width of the embedding and of every layer's input. MaxText: <c>base_emb_dim</c>.</summary>
    public required int EmbeddingWidth { get; init; }

    /// <summary>Heads of the queries. MaxText: <c>base_num_query_heads</c>.</summary>
    public required int QueryHeads { get; init; }

    /// <summary>Heads of keys and of values. MaxText: <c>base_num_kv_heads</c>.</summary>
    public required int KeyValueHeads { get; init; }

    /// <summary>Width of one head. MaxText: <c>head_dim</c>.</summary>
    public required int HeadWidth { get; init; }

    /// <summary>Decoder layers, each with an attention of its own. MaxText: <c>base_num_decoder_layers</c>, which for Gemma 2 counts pairs.</summary>
    public required int Layers { get; init; }

    /// <summary>Inner width of the MLP; of one expert in a mixture. MaxText: <c>base_mlp_dim</c> and <c>base_moe_mlp_dim</c>.</summary>
    public required int MlpWidth { get; init; }

    /// <summary>Tokens in the vocabulary. MaxText: <c>vocab_size</c>.</summary>
    public required int Vocabulary { get; init; }

    /// <summary>Experts of every layer, those that a token does not use included. Default 1: no mixture. MaxText: <c>num_experts</c>.</summary>
    public int Experts { get; init; } = 1;

    /// <summary>Whether the logits use the embedding's matrix instead of one of their own. Default false. MaxText: <c>logits_via_embedding</c>.</summary>
    public bool TiedEmbeddings { get; init; }

    /// <summary>Where the numbers are from; null for those that a user states.</summary>
    public string? Source { get; init; }

    /// <summary>Parameters of the embedding and the logits, which MaxText does not quantize.</summary>
    public double EmbeddingParameters => (TiedEmbeddings ? 1d : 2d) * Vocabulary * EmbeddingWidth;

    /// <summary>Parameters of all layers and of the last normalization.</summary>
    public double BodyParameters =>
        (Layers * (AttentionParameters + MlpParameters + (2d * EmbeddingWidth))) + EmbeddingWidth;

    /// <summary>All parameters.</summary>
    /// <remarks>
    /// Layers × (queries and output + keys and values + MLP + two normalizations) + the last normalization + embedding and
    /// logits. Source: the shapes in MaxText's decoder layers; exact for Llama and Mistral. What it leaves out elsewhere is
    /// below a thousandth: further normalizations (Gemma), those of queries and keys (Gemma 3, Qwen 3), biases (Qwen 2.5).
    /// </remarks>
    public double Parameters => BodyParameters + EmbeddingParameters;

    /// <summary>Numbers that the cache holds for one token: a key and a value for every head of every layer.</summary>
    /// <remarks>Layers with a sliding window (Gemma) count like the others; MaxText could keep less for them.</remarks>
    public double CacheValuesPerToken => 2d * Layers * KeyValueHeads * HeadWidth;

    private double AttentionParameters => 2d * EmbeddingWidth * HeadWidth * ((double)QueryHeads + KeyValueHeads);

    private double MlpParameters => (3d * EmbeddingWidth * MlpWidth * Experts) + RouterParameters;

    private double RouterParameters => Experts > 1 ? 1d * EmbeddingWidth * Experts : 0;

    /// <inheritdoc />
    public override string ToString() => Name;
}
