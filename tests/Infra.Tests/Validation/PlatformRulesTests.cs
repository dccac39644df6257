using Infra.Model.Names;
using Infra.Tests.Resources.Platform;
using StackConfig.Reading;

namespace Infra.Tests.Validation;

public sealed class PlatformRulesTests
{
    private const string Existing =
        "servings:\n  - { name: a, topology: 2x2, checkpoint: gs://mine/model, scratch: gs://mine/tmp, "
        + StackText.SmallModel
        + " }";

    [Fact]
    public void A_managed_stack_requires_only_project_region_and_zone() =>
        Assert.Empty(StackText.Load(ManagedStack.Stack(ManagedStack.Serving("a"))).Problems);

    [Fact]
    public void A_managed_stack_must_set_project_region_and_zone()
    {
        var problems = StackText.Load($"servings:\n{ManagedStack.Serving("a")}").Problems;

        Assert.Equal(
            ["project", "region", "zone"],
            problems.Select(problem => problem.Key).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("project: Upper", "project", "6 to 30")]
    [InlineData("region: us-east5-b", "region", "us-east5")]
    [InlineData("zone: us-central1-b", "zone", "us-east5-")]
    [InlineData("cluster: { existing: {}, managed: {} }", "cluster", "both existing and managed", true)]
    [InlineData("cluster: { managed: { name: Upper } }", "cluster.managed.name", "40")]
    [InlineData("cluster: { managed: { releaseChannel: none } }", "cluster.managed.releaseChannel", "regular")]
    [InlineData("cluster: { managed: { minVersion: newest } }", "cluster.managed.minVersion", "1.33")]
    [InlineData(
        "cluster: { managed: { authorizedNetworks: [0.0.0.0/0] } }",
        "cluster.managed.authorizedNetworks[0]",
        "almost every address"
    )]
    [InlineData(
        "cluster: { managed: { authorizedNetworks: [10.0.0.1/8] } }",
        "cluster.managed.authorizedNetworks[0]",
        "first address"
    )]
    [InlineData("cluster: { managed: { labels: { 1a: b } } }", "cluster.managed.labels.1a", "lower-case letter")]
    [InlineData(
        "cluster: { managed: { labels: { environment: b } } }",
        "cluster.managed.labels.environment",
        "set by the stack"
    )]
    [InlineData("cluster: { managed: { labels: { a: B } } }", "cluster.managed.labels.a", "lower-case")]
    [InlineData(
        "cluster: { managed: { systemPool: { zones: [us-east5-b] } } }",
        "cluster.managed.systemPool.zones",
        "shortage"
    )]
    [InlineData(
        "cluster: { managed: { systemPool: { zones: [us-east1-b] } } }",
        "cluster.managed.systemPool.zones[0]",
        "us-east5"
    )]
    [InlineData(
        "cluster: { managed: { systemPool: { machineType: ct6e-standard-4t } } }",
        "cluster.managed.systemPool.machineType",
        "of one of the families"
    )]
    [InlineData(
        "cluster: { managed: { systemPool: { machineType: e2-standard-999 } } }",
        "cluster.managed.systemPool.machineType",
        "sizes 2, 4, 8, 16 and 32"
    )]
    [InlineData(
        "cluster: { managed: { systemPool: { zones: [us-east5-a, us-east5-b, us-east5-a] } } }",
        "cluster.managed.systemPool.zones[2]",
        "listed twice"
    )]
    [InlineData("cluster: { managed: { systemPool: { minNodes: 9 } } }", "cluster.managed.systemPool.maxNodes", "9")]
    [InlineData(
        "cluster: { managed: { maintenance: { windowStart: soon } } }",
        "cluster.managed.maintenance.windowStart",
        "UTC"
    )]
    [InlineData(
        "cluster: { managed: { systemPool: { minNodes: 1, maxNodes: 2 } } }",
        "cluster.managed.systemPool.maxNodes",
        "at least 3"
    )]
    [InlineData("project: 'example.com:x'", "project", "domain-scoped")]
    [InlineData(
        "storage: { checkpointBuckets: [my-google-models] }",
        "storage.checkpointBuckets[0]",
        "without 'google'"
    )]
    [InlineData(
        "storage: { scratchRole: roles/storage.admin }",
        "storage.scratchRole",
        "organizations/NUMBER/roles/ROLE"
    )]
    [InlineData("storage: { scratchBucket: goog-scratch }", "storage.scratchBucket", "not starting with 'goog'")]
    [InlineData("network: { nodeRange: 10.4.0.0/20 }", "network.podRange", "overlaps nodeRange")]
    [InlineData("network: { serviceRange: 10.16.0.0/15 }", "network.serviceRange", "a /16 or smaller")]
    [InlineData("network: { controlPlaneRange: 172.17.5.0/28 }", "network.controlPlaneRange", "Docker bridge")]
    [InlineData("network: { controlPlaneRange: 172.16.0.0/24 }", "network.controlPlaneRange", "16 addresses")]
    [InlineData(
        "network: { podRange: 10.8.0.0/14, existing: { network: a, subnetwork: b, podRange: c, serviceRange: d } }",
        "network.podRange",
        "not used with an existing network"
    )]
    [InlineData("storage: { checkpointBuckets: [my-models, my-models] }", "storage.checkpointBuckets[1]", "twice")]
    [InlineData(
        "storage: { scratchBucket: my-models, checkpointBuckets: [my-models] }",
        "storage.checkpointBuckets[0]",
        "scratch",
        true
    )]
    [InlineData("storage: { scratchBucket: gs://mine }", "storage.scratchBucket", "without gs://")]
    public void An_invalid_setting_is_reported_with_its_key_and_the_allowed_values(
        string setting,
        string key,
        string accepted,
        bool alsoOthers = false
    )
    {
        var stack = ManagedStack.Stack(ManagedStack.Serving("a"), setting);
        var own = setting.Split(':')[0];
        var lines = stack
            .Split('\n')
            .Where((line, index) => index > 2 || !line.StartsWith(own + ":", StringComparison.Ordinal));
        var problems = StackText.Load(string.Join('\n', lines)).Problems;

        var problem = alsoOthers ? problems.First(one => one.Key == key) : Assert.Single(problems);
        Assert.Equal((Severity.Error, key), (problem.Severity, problem.Key));
        Assert.Contains(accepted, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cluster: { managed: { systemPool: { minNodes: 1, maxNodes: 3 } } }")]
    [InlineData("cluster: { managed: { systemPool: { machineType: e2-standard-32 } } }")]
    [InlineData("cluster: { managed: { systemPool: { machineType: n2-highmem-48 } } }")]
    [InlineData("cluster: { managed: { labels: { goog-partner-solution: isol_plb32 } } }")]
    [InlineData("network: { serviceRange: 10.16.0.0/16 }")]
    [InlineData("network: { controlPlaneRange: 172.18.0.0/28 }")]
    [InlineData("cluster: { managed: { systemPool: { minNodes: 1, maxNodes: 2, zones: [us-east5-a, us-east5-b] } } }")]
    [InlineData("network: { existing: { network: a, subnetwork: b, podRange: c, serviceRange: d } }")]
    [InlineData("storage: { checkpointBuckets: [my-gogle-models] }")]
    [InlineData("storage: { scratchRole: organizations/123/roles/pathways.scratch }")]
    public void A_correct_setting_is_accepted(string setting) =>
        Assert.Empty(StackText.Load(ManagedStack.Stack(ManagedStack.Serving("a"), setting)).Problems);

    [Theory]
    [InlineData("kube-system")]
    [InlineData("gke-managed-system")]
    [InlineData("gmp-public")]
    [InlineData("lws-system")]
    public void A_namespace_of_the_cluster_is_refused(string name)
    {
        var problem = Assert.Single(
            StackText.Load(ManagedStack.Stack(ManagedStack.Serving("a", $"namespace: {name}"))).Problems
        );

        Assert.Equal((Severity.Error, "servings[0].namespace"), (problem.Severity, problem.Key));
        Assert.Contains("a namespace of your own", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("kubernetes")]
    [InlineData("lws")]
    public void Any_other_namespace_is_accepted(string name) =>
        Assert.Empty(StackText.Load(ManagedStack.Stack(ManagedStack.Serving("a", $"namespace: {name}"))).Problems);

    [Theory]
    [InlineData("my-project")]
    [InlineData("example.com:my-project")]
    [InlineData("google.com:my-project")]
    public void A_domain_scoped_project_has_a_scratch_bucket_and_a_workload_pool(string project)
    {
        var stack = ManagedStack
            .Stack(ManagedStack.Serving("a"))
            .Replace("my-project", project, StringComparison.Ordinal);
        var platform = StackText.Load(stack).StackModel!.Platform!;

        Assert.Equal($"{project}.svc.id.goog", platform.WorkloadPool);
        Assert.True(BucketName.TryParse(platform.ScratchBucket, out _), platform.ScratchBucket);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ context: mine }")]
    [InlineData("{ name: mine, location: us-east5 }")]
    [InlineData("{ name: mine, location: us-east5, project: my-project }")]
    [InlineData("{ stack: me/jetstream-pathways/dev }")]
    public void An_existing_cluster_is_identified_in_exactly_one_way(string existing) =>
        Assert.Empty(StackText.Load($"cluster: {{ existing: {existing} }}\n{Existing}").Problems);

    [Theory]
    [InlineData(
        "{ context: mine, name: mine, location: us-east5 }",
        "cluster.existing",
        "identified in more than one way"
    )]
    [InlineData("{ name: mine }", "cluster.existing.location", "region or zone")]
    [InlineData("{ location: us-east5 }", "cluster.existing.name", "location and project require")]
    public void Incomplete_references_to_an_existing_cluster_are_refused(string existing, string key, string reason)
    {
        var problem = Assert.Single(StackText.Load($"cluster: {{ existing: {existing} }}\n{Existing}").Problems);

        Assert.Equal(key, problem.Key);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("region: us-east5", "region")]
    [InlineData("zone: us-east5-b", "zone")]
    [InlineData("network: {}", "network")]
    [InlineData("storage: {}", "storage")]
    public void Settings_of_the_platform_cannot_be_set_for_an_existing_cluster(string setting, string key)
    {
        var problem = Assert.Single(StackText.Load($"cluster: {{ existing: {{}} }}\n{setting}\n{Existing}").Problems);

        Assert.Equal(
            (key, true),
            (problem.Key, problem.Message.Contains("not used with an existing cluster", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void The_capacity_of_slices_that_exist_cannot_be_set()
    {
        var stack = $"cluster: {{ existing: {{}} }}\n{Existing.Replace("{ name", "{ capacity: { kind: spot }, name")}";

        Assert.Equal("servings[0].capacity", Assert.Single(StackText.Load(stack).Problems).Key);
    }

    [Theory]
    [InlineData("scratch: gs://my-models/tmp", "", "servings[0].scratch")]
    [InlineData("deployed: true", "storage: { scratchBucket: my-models }", "storage.scratchBucket")]
    public void Temporary_data_must_be_separate_from_checkpoints(string setting, string more, string key)
    {
        var problem = Assert.Single(
            StackText.Load(ManagedStack.Stack(ManagedStack.Serving("a", setting), more)).Problems
        );

        Assert.Equal((Severity.Error, key), (problem.Severity, problem.Key));
        Assert.Contains("my-models", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_flex_start_availability_is_a_warning()
    {
        var problems = StackText
            .Load(ManagedStack.Stack(ManagedStack.Serving("a", "capacity: { kind: flex-start }")))
            .Problems;

        Assert.Equal(2, problems.Count);
        Assert.All(
            problems,
            problem => Assert.Equal((Severity.Warning, "servings[0].capacity.kind"), (problem.Severity, problem.Key))
        );
    }

    [Theory]
    [InlineData("1.33", "1.33.0-gke.1712000", true)]
    [InlineData("1.33.0", "1.33.0-gke.1712000", true)]
    [InlineData("1.33.0-gke.1712000", "1.33.0-gke.1712000", true)]
    [InlineData("1.33.0-gke.1711999", "1.33.0-gke.1712000", false)]
    [InlineData("1.33.1-gke.1", "1.33.0-gke.1712000", true)]
    [InlineData("1.32", "1.33.0-gke.1712000", false)]
    [InlineData("1.100", "1.33", true)]
    public void A_minor_version_means_its_newest_release(string version, string least, bool isEnough) =>
        Assert.Equal(isEnough, GkeVersion.Parse(version).IsAtLeast(GkeVersion.Parse(least)));

    [Fact]
    public void An_implausible_number_of_replicas_is_reported_before_planning()
    {
        var problem = Assert.Single(
            StackText.Load(ManagedStack.Stack(ManagedStack.Serving("a", "replicas: 501", "slices: 2"))).Problems
        );

        Assert.Equal("servings[0].replicas", problem.Key);
    }
}
