using Infra.Tests.Resources.Platform;
using Infra.Tests.Validation.Rules;
using OfflinePreview.Graph;

namespace Infra.Tests.Resources.BatchJobs;

/// <summary>Stacks of one serving with a batch.</summary>
internal static class BatchStack
{
    /// <summary>A batch that says no more than it has to.</summary>
    public const string Batch = "batch: { input: gs://questions/all/prompts.jsonl, output: gs://answers/run }";

    /// <summary>Records a stack that makes its cluster; later settings take the place of earlier ones of the same name.</summary>
    public static Task<StackGraph> ManagedAsync(params string[] settings) =>
        ManagedStack.RecordAsync(ManagedStack.Serving("a", [Batch, .. settings]));

    /// <summary>Records a stack in a cluster that exists.</summary>
    public static Task<StackGraph> ExistingAsync() =>
        StackText.RecordAsync(
            RuleStack.Existing(Batch.Replace(" }", ", serviceAccount: mine }", StringComparison.Ordinal))
        );

    /// <summary>The Job.</summary>
    public static ResourceState Job(this StackGraph graph) => graph.Single("Job", "a-batch");

    /// <summary>The words that the Job starts its client with.</summary>
    public static IReadOnlyList<string> Command(this ResourceState job) =>
        [.. job.TextsAt("spec|template|spec|containers|0|command").Select(word => word!)];

    /// <summary>What follows an option in the Job's command.</summary>
    public static string Option(this ResourceState job, string name) =>
        job.Command().SkipWhile(word => word != name).Skip(1).First();

    /// <summary>The variables of the client.</summary>
    public static IEnumerable<(string Name, string Value)> Variables(this ResourceState job)
    {
        for (var i = 0; job.TextAt($"spec|template|spec|containers|0|env|{i}|name") is { } name; i++)
        {
            yield return (name, job.TextAt($"spec|template|spec|containers|0|env|{i}|value")!);
        }
    }
}
