using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Tests.Resources.BatchJobs;

/// <summary>The pods of a batch: what they may do, where they run, and what follows their end.</summary>
public sealed class PodTests
{
    private const string Pod = "spec|template|spec";
    private const string Container = $"{Pod}|containers|0";

    [Fact]
    public async Task The_pod_is_unprivileged()
    {
        var job = (await BatchStack.ManagedAsync()).Job();

        Assert.Equal("true", job.TextAt($"{Pod}|securityContext|runAsNonRoot"));
        Assert.Equal("RuntimeDefault", job.TextAt($"{Pod}|securityContext|seccompProfile|type"));
        Assert.Equal("false", job.TextAt($"{Container}|securityContext|allowPrivilegeEscalation"));
        Assert.Equal("true", job.TextAt($"{Container}|securityContext|readOnlyRootFilesystem"));
        Assert.Equal(["ALL"], job.TextsAt($"{Container}|securityContext|capabilities|drop"));
        Assert.Equal("false", job.TextAt($"{Pod}|automountServiceAccountToken"));
    }

    [Fact]
    public async Task The_pod_never_runs_on_TPU_nodes()
    {
        var job = (await BatchStack.ExistingAsync()).Job();
        const string Terms =
            $"{Pod}|affinity|nodeAffinity|requiredDuringSchedulingIgnoredDuringExecution|nodeSelectorTerms";

        Assert.Equal("cloud.google.com/gke-tpu-accelerator", job.TextAt($"{Terms}|0|matchExpressions|0|key"));
        Assert.Equal("DoesNotExist", job.TextAt($"{Terms}|0|matchExpressions|0|operator"));
        Assert.Null(job.TextAt($"{Terms}|1"));
        Assert.Empty(job.TextsAt($"{Pod}|tolerations"));
    }

    [Fact]
    public async Task The_pod_writes_only_to_an_emptyDir()
    {
        var job = (await BatchStack.ManagedAsync()).Job();

        Assert.Equal(
            ("work", "/tmp"),
            (job.TextAt($"{Container}|volumeMounts|1|name"), job.TextAt($"{Container}|volumeMounts|1|mountPath"))
        );
        Assert.Equal("1Gi", job.TextAt($"{Pod}|volumes|1|emptyDir|sizeLimit"));
        Assert.Equal(("HOME", "/tmp"), (job.TextAt($"{Container}|env|0|name"), job.TextAt($"{Container}|env|0|value")));
    }

    [Fact]
    public async Task A_drained_node_does_not_count_as_a_failure_and_pods_never_overlap()
    {
        var job = (await BatchStack.ManagedAsync()).Job();

        Assert.Equal("Never", job.TextAt($"{Pod}|restartPolicy"));
        Assert.Equal("Failed", job.TextAt("spec|podReplacementPolicy"));
        Assert.Equal("Ignore", job.TextAt("spec|podFailurePolicy|rules|0|action"));
        Assert.Equal("DisruptionTarget", job.TextAt("spec|podFailurePolicy|rules|0|onPodConditions|0|type"));
    }

    [Fact]
    public async Task Errors_that_no_retry_can_fix_fail_the_Job()
    {
        var job = (await BatchStack.ManagedAsync()).Job();

        Assert.Equal("FailJob", job.TextAt("spec|podFailurePolicy|rules|1|action"));
        Assert.Equal(
            [InClient(@"int InvalidOptions = (\d+)"), InClient(@"int WrongOutputFolder = (\d+)")],
            job.TextsAt("spec|podFailurePolicy|rules|1|onExitCodes|values")
        );
    }

    [Fact]
    public async Task The_grace_period_suffices_to_upload_completed_answers()
    {
        var grace = (await BatchStack.ManagedAsync()).Job().TextAt($"{Pod}|terminationGracePeriodSeconds");
        var upload = InClient(@"FlushTimeout = TimeSpan\.FromSeconds\((\d+)\)");

        Assert.InRange(
            int.Parse(grace!, CultureInfo.InvariantCulture),
            2 * int.Parse(upload, CultureInfo.InvariantCulture),
            int.MaxValue
        );
    }

    [Fact]
    public async Task In_an_existing_cluster_the_Job_runs_as_the_given_account_without_grants()
    {
        var graph = await BatchStack.ExistingAsync();

        Assert.Equal("mine", graph.Job().TextAt($"{Pod}|serviceAccountName"));
        Assert.DoesNotContain(
            graph.Resources,
            resource => resource.Is("ServiceAccount") && resource.Name.Contains("batch", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(graph.Resources, resource => resource.Type.StartsWith("gcp:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_a_managed_cluster_the_Job_runs_as_its_own_account()
    {
        var graph = await BatchStack.ManagedAsync("namespace: models");
        var account = graph.Single("ServiceAccount", "a-batch");

        Assert.Equal(("a-batch", "models"), (account.TextAt("metadata|name"), account.TextAt("metadata|namespace")));
        Assert.Equal(
            $"{graph.Single("Account", "a-batch").TextAt("accountId")}@my-project.iam.gserviceaccount.com",
            account.TextAt("metadata|annotations|iam.gke.io/gcp-service-account")
        );
        Assert.Equal("a-batch", graph.Job().TextAt($"{Pod}|serviceAccountName"));
    }

    /// <summary>What the client's source says.</summary>
    private static string InClient(string pattern) =>
        Regex
            .Match(
                Repository.Read("src/BatchClient/batch-client.cs"),
                pattern,
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            )
            .Groups[1]
            .Value;
}
