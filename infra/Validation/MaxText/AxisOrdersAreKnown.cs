using Infra.Configuration.Reading;

namespace Infra.Validation.MaxText;

/// <summary>The orders of the cache's axes are orders, and that of the computation is one of the two that MaxText has.</summary>
/// <remarks>Source: <c>validate_compute_axis_order</c> in MaxText's <c>pyconfig.py</c>, and the comments of <c>base.yml</c>.</remarks>
public sealed class AxisOrdersAreKnown : ServingRule
{
    private static readonly string[] Axes = ["0", "1", "2", "3"];
    private static readonly string[] OfCaches = ["prefill_cache_axis_order", "ar_cache_axis_order"];

    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        Check(serving, report, "compute_axis_order", text => text is "0,1,2,3" or "0,2,1,3", "0,1,2,3 or 0,2,1,3");
        foreach (var order in OfCaches)
        {
            Check(serving, report, order, IsOrder, "0, 1, 2 and 3 in any order, such as 1,2,0,3");
        }
    }

    private static bool IsOrder(string text) =>
        text.Length == "0,1,2,3".Length
        && text.Split(',') is { Length: 4 } axes
        && Array.TrueForAll(Axes, axes.Contains);

    private static void Check(
        CheckedServing serving,
        Report report,
        string flag,
        Predicate<string> isKnown,
        string accepted
    )
    {
        var text = serving.MaxText.Text(flag);
        if (!isKnown(text))
        {
            report
                .AtFlag(serving, flag)
                .Error("", $"{flag} `{KeyPath.Shown(text)}` is not known; accepted: {accepted}");
        }
    }
}
