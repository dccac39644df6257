namespace Infra.Model.Memory;

/// <summary>The number format of the KV cache.</summary>
/// <param name="Values">The format of keys and values: <c>kv_quant_dtype</c> with <c>quantize_kvcache</c>, else <c>dtype</c>.</param>
/// <param name="ScalesEachHead">Whether each head has scales of its own, as with <c>kv_quant_axis</c> <c>dkv</c>; otherwise all heads of a layer share
/// them.</param>
public sealed record CacheFormat(NumberFormat Values, bool ScalesEachHead = false)
{
    /// <summary>Bytes of one scale. Source: <c>kvcache.py</c> in MaxText, which keeps scales in bfloat16.</summary>
    private const int ScaleBytes = 2;

    /// <summary>Bytes of the keys and values of one token in all layers.</summary>
    public double ValueBytesPerToken(ModelArchitecture architecture) => architecture.CacheValuesPerToken * Values.Bytes;

    /// <summary>Bytes of the scales of one token in all layers; 0 for a cache that is not quantized.</summary>
    public double ScaleBytesPerToken(ModelArchitecture architecture) =>
        Values.IsQuantized
            ? 2d * architecture.Layers * (ScalesEachHead ? architecture.KeyValueHeads : 1) * ScaleBytes
            : 0;
}
