namespace Infra.Validation.MaxText;

/// <summary>Every chip of the tensor axis holds whole key-value heads: the axis divides their number.</summary>
/// <remarks>Source: the axis rules of MaxText's configurations, which lay <c>kv_heads</c> and the cache's heads over <c>tensor</c>.</remarks>
public sealed class TensorDividesKeyValueHeads : ServingRule
{
    private const string Tensor = "ici_tensor_parallelism";

    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        if (serving.Mesh is not { Fits: true } mesh || serving.MaxText.Architecture is not { } model)
        {
            return;
        }

        var size = mesh.SizeOf(Tensor);
        if (model.KeyValueHeads % size != 0)
        {
            var divisors = Enumerable
                .Range(1, mesh.Chips)
                .Where(one => mesh.Chips % one == 0 && model.KeyValueHeads % one == 0);
            report
                .AtFlag(serving, Tensor)
                .Error(
                    "",
                    $"{Tensor} {size} does not divide the {model.KeyValueHeads} key-value heads of the model; accepted: {string.Join(", ", divisors)}"
                );
        }
    }
}
