using Infra.Configuration.Reading;

namespace Infra.Validation.MaxText;

/// <summary>The orders of the caches' axes are orders.</summary>
/// <remarks>Source: the comments of <c>base.yml</c>.</remarks>
public sealed class AxisOrdersAreKnown : ServingRule
{
    private static readonly string[] Axes = ["0", "1", "2", "3"];
    private static readonly string[] OfCaches = ["prefill_cache_axis_order", "ar_cache_axis_order"];

    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        foreach (var flag in OfCaches.Where(flag => !IsOrder(serving.MaxText.Text(flag))))
        {
            report
                .AtFlag(serving, flag)
                .Error(
                    "",
                    $"{flag} `{KeyPath.Shown(serving.MaxText.Text(flag))}` is not known; accepted: 0, 1, 2 and 3 in any order, such as 1,2,0,3"
                );
        }
    }

    private static bool IsOrder(string text) =>
        text.Length == "0,1,2,3".Length
        && text.Split(',') is { Length: 4 } axes
        && Array.TrueForAll(Axes, axes.Contains);
}
