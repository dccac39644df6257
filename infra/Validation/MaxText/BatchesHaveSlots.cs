namespace Infra.Validation.MaxText;

/// <summary>A serving has room for at least one prompt at a time.</summary>
/// <remarks>Source: MaxText's <c>MaxEngine</c>, which makes <c>int(per_device_batch_size × devices)</c> slots.</remarks>
public sealed class BatchesHaveSlots : ServingRule
{
    private const string Batch = "per_device_batch_size";

    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        var devices = (double)serving.Serving.Slice.Chips * serving.Serving.Slices;
        if (serving.MaxText.BatchPerDevice is { } batch && batch * devices < 1)
        {
            report
                .AtFlag(serving, Batch)
                .Error(
                    "",
                    $"{Batch} {batch} makes no slot on {devices} chips; accepted: a number of at least {1 / devices}"
                );
        }
    }
}
