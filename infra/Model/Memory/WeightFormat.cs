namespace Infra.Model.Memory;

/// <summary>How the weights of a model are kept in memory.</summary>
/// <param name="Body">The layers' weights.</param>
/// <param name="Embedding">The weights of the embedding and the logits.</param>
public sealed record WeightFormat(NumberFormat Body, NumberFormat Embedding)
{
    /// <summary>What MaxText holds for these settings.</summary>
    /// <remarks>
    /// Only a checkpoint that is quantized already counts as quantized, one byte a weight whatever the scheme: MaxText loads
    /// any other whole and quantizes it on the chips, where it must fit first. Embedding and logits stay as they are. Source:
    /// <c>MaxEngine.load_params</c> and the decoder's logits in MaxText; that the embedding stays too is an assumption.
    /// </remarks>
    /// <param name="quantization">MaxText's <c>quantization</c>; empty for none.</param>
    /// <param name="checkpointIsQuantized">MaxText's <c>checkpoint_is_quantized</c>.</param>
    /// <param name="weights">MaxText's <c>weight_dtype</c>.</param>
    public static WeightFormat Of(string quantization, bool checkpointIsQuantized, NumberFormat weights) =>
        new(quantization.Length > 0 && checkpointIsQuantized ? NumberFormat.Quantized : weights, weights);
}
