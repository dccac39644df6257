namespace Infra.Validation.Capacities;

/// <summary>A stack makes no more slices than anyone means: a slip in the replicas would plan for hours, and cost accordingly.</summary>
public sealed class SlicesAreCounted : IRule
{
    private const int Most = 1_000;

    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        if (stack.Platform is null)
        {
            return;
        }

        var slices = 0L;
        foreach (var (key, serving, _) in stack.Servings)
        {
            slices += (long)serving.Replicas * serving.Slices;
            if (slices > Most)
            {
                report.At(key).Error("replicas", $"makes {slices} slices; accepted: at most {Most} in a stack");
                return;
            }
        }
    }
}
