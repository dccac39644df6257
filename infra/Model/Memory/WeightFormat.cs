namespace Infra.Model.Memory;

/// <summary>The number formats of a model's weights in memory.</summary>
/// <param name="Body">The format of the layers' weights.</param>
/// <param name="Embedding">The format of the embedding and the logits.</param>
public sealed record WeightFormat(NumberFormat Body, NumberFormat Embedding)
{
    /// <summary>The formats that follow from flags of MaxText.</summary>
    /// <remarks>
    /// Only a checkpoint that is quantized already counts as quantized, with one byte a weight: MaxText loads any other as it is and quantizes
    /// it on the chips, where it must fit first. Embedding and logits are not quantized. Source: <c>MaxEngine.load_params</c> and the decoder's
    /// logits in MaxText; for the embedding it is an assumption.
    /// </remarks>
    /// <param name="quantization">MaxText's <c>quantization</c>; empty for none.</param>
    /// <param name="checkpointIsQuantized">MaxText's <c>checkpoint_is_quantized</c>.</param>
    /// <param name="weights">MaxText's <c>weight_dtype</c>.</param>
    public static WeightFormat From(string quantization, bool checkpointIsQuantized, NumberFormat weights) =>
        new(quantization.Length > 0 && checkpointIsQuantized ? NumberFormat.EightBit : weights, weights);
}
