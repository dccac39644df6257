namespace Infra.Validation.Batches;

/// <summary>In a cluster that exists nothing is granted: the account that may read the prompts and write the answers is named.</summary>
public sealed class BatchesHaveAccounts : IRule
{
    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        if (stack.Settings.Cluster.Existing is null)
        {
            return;
        }

        foreach (var serving in stack.Servings.Where(one => one.Serving.Batch is { HasOwnAccount: false }))
        {
            report
                .At(serving.Key)
                .At("batch")
                .Missing(
                    "serviceAccount",
                    "the stack makes no accounts in a cluster that exists; accepted: the Kubernetes service account that may read the input and write the output"
                );
        }
    }
}
