using Infra.Tests.Resources.BatchJobs;

namespace Infra.Tests.Resources.Platform;

/// <summary>Who the pods of a batch are, and what they may do in Google Cloud.</summary>
public sealed class BatchIdentityTests
{
    [Fact]
    public async Task The_account_can_read_the_input_and_create_and_read_objects_of_the_output_folder_only()
    {
        var graph = await BatchStack.ManagedAsync();
        var grants = graph
            .Resources.Where(resource => resource.TextAt("member") == $"serviceAccount:{graph.GetEmail("a-batch")}")
            .ToList();

        Assert.Equal(
            [
                "BucketIAMMember questions roles/storage.objectViewer",
                "ManagedFolderIamMember answers roles/storage.objectCreator",
                "ManagedFolderIamMember answers roles/storage.objectViewer",
            ],
            grants
                .Select(grant => $"{grant.Type.Split(':')[^1]} {grant.TextAt("bucket")} {grant.TextAt("role")}")
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            "resource.name == \"projects/_/buckets/questions/objects/all/prompts.jsonl\"",
            graph.Single("BucketIAMMember", "a-batch-input").TextAt("condition|expression")
        );
        Assert.All(
            graph.GetResources("ManagedFolderIamMember"),
            grant =>
            {
                Assert.Equal("run/", grant.TextAt("managedFolder"));
                Assert.Contains(graph.Single("ManagedFolder").Urn, grant.DependsOn);
            }
        );
    }

    [Fact]
    public async Task Answers_are_retained_when_their_folder_is_no_longer_managed()
    {
        var folder = (await BatchStack.ManagedAsync()).Single("ManagedFolder");

        Assert.Equal(("answers", "run/"), (folder.TextAt("bucket"), folder.TextAt("name")));
        Assert.Equal("true", folder.TextAt("forceDestroy"));
    }

    [Theory]
    [InlineData("replicas: 1", "default")]
    [InlineData("namespace: models", "models")]
    public async Task Only_pods_of_its_Kubernetes_account_may_act_as_it(string setting, string name)
    {
        var graph = await BatchStack.ManagedAsync(setting);
        var grant = graph.Resources.Single(resource => resource.TextAt("serviceAccountId") is not null);

        Assert.Equal("[unknown: a-batch.name]", grant.TextAt("serviceAccountId"));
        Assert.Equal("roles/iam.workloadIdentityUser", grant.TextAt("role"));
        Assert.Equal($"serviceAccount:my-project.svc.id.goog[{name}/a-batch]", grant.TextAt("member"));
    }

    [Fact]
    public async Task Identities_of_pods_begin_with_the_cluster()
    {
        var graph = await BatchStack.ManagedAsync();

        Assert.Contains(graph.Single("GooglePlatform").Urn, graph.Single("BatchIdentity").DependsOn);
    }

    [Fact]
    public async Task The_batch_waits_for_a_bucket_of_the_stack()
    {
        const string batch = "batch: { input: gs://my-models/prompts.jsonl, output: gs://my-models/answers }";
        var graph = await ManagedStack.RecordAsync(
            ManagedStack.Serving("a", batch),
            "storage: { checkpointBuckets: [my-models] }"
        );

        Assert.Contains(graph.Single("Bucket", "my-models").Urn, graph.Single("ManagedFolder").DependsOn);
        Assert.Contains(
            graph.Single("Bucket", "my-models").Urn,
            graph.Single("BucketIAMMember", "a-batch-input").DependsOn
        );
    }

    [Fact]
    public async Task Servings_have_separate_accounts_with_valid_IDs()
    {
        var (one, other) = (new string('a', 40), new string('a', 41));
        var graph = await ManagedStack.RecordAsync(
            ManagedStack.Serving(one, BatchStack.Batch)
                + ManagedStack.Serving(other, BatchStack.Batch.Replace("answers", "others", StringComparison.Ordinal)),
            "cluster: { managed: { name: c } }"
        );
        var ids = graph
            .GetResources("Account")
            .Where(account => account.Name.EndsWith("-batch", StringComparison.Ordinal))
            .Select(account => account.TextAt("accountId"))
            .ToList();

        Assert.Equal(2, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.Matches("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", id));
    }

    [Fact]
    public async Task An_existing_account_gets_no_roles()
    {
        var graph = await BatchStack.ManagedAsync(
            BatchStack.Batch.Replace(" }", ", serviceAccount: mine }", StringComparison.Ordinal)
        );

        Assert.Empty(graph.GetResources("BatchIdentity"));
        Assert.Equal("mine", graph.Job().TextAt("spec|template|spec|serviceAccountName"));
    }
}
