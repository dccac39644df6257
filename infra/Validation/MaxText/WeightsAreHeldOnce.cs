namespace Infra.Validation.MaxText;

/// <summary>Along the data axis every chip group holds all weights again, which the estimate of the memory does not count.</summary>
/// <remarks>Source: the axis rules of MaxText's <c>base.yml</c>, where no weight is laid over <c>data</c>.</remarks>
public sealed class WeightsAreHeldOnce : ServingRule
{
    private const string Data = "ici_data_parallelism";

    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        if (serving.Mesh is { Fits: true } mesh && mesh.SizeOf(Data) is > 1 and var copies)
        {
            report
                .AtFlag(serving, Data)
                .Warn(
                    "",
                    $"{Data} {copies} holds all weights {copies} times on each slice, which the estimate does not count; accepted: 1"
                );
        }
    }
}
