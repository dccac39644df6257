namespace Infra.Validation.LeaderWorkerSets;

/// <summary>The pods of all replicas are no more than a 32-bit number counts. Replicas themselves end at 1,000,000 (LWS 0.10).</summary>
/// <remarks>Source: the validating webhook of LWS.</remarks>
public sealed class PodsAreCountable : ServingRule
{
    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        var (replicas, size) = (serving.Serving.Replicas, serving.Serving.GroupSize);
        if ((long)replicas * size > int.MaxValue)
        {
            report.Error(
                "replicas",
                $"{replicas} × {size} pods are more than {int.MaxValue}; accepted: at most {int.MaxValue / size}"
            );
        }
    }
}
