namespace Infra.Validation.Batches;

/// <summary>A batch has a replica that answers it.</summary>
public sealed class BatchesHaveServers : ServingRule
{
    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        if (serving.Serving is { Batch: not null, Deployed: true, Replicas: 0 })
        {
            report.Error(
                "batch",
                "waits for an answer from no replica; accepted: replicas of at least 1, deployed: false, or no batch"
            );
        }
    }
}
