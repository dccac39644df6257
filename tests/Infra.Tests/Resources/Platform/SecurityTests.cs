using OfflinePreview.Graph;

namespace Infra.Tests.Resources.Platform;

/// <summary>Rules over everything that a stack makes.</summary>
public sealed class SecurityTests
{
    public static TheoryData<string> Environments => ["dev", "prod"];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task No_public_address_is_created(string environment)
    {
        var graph = await RecordAsync(environment);

        Assert.DoesNotContain(
            graph.Resources,
            resource => resource.Type.StartsWith("gcp:compute/address", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            graph.Resources,
            resource => resource.Type.Contains("forwardingRule", StringComparison.Ordinal)
        );
        Assert.All(
            graph.GetResources("NodePool"),
            pool => Assert.Equal("true", pool.TextAt("networkConfig|enablePrivateNodes"))
        );
        Assert.All(
            graph.GetResources("Cluster"),
            one => Assert.Equal("true", one.TextAt("privateClusterConfig|enablePrivateNodes"))
        );
        Assert.All(
            KubernetesServices(graph),
            service => Assert.Contains(service.TextAt("spec|type"), new[] { null, "ClusterIP" })
        );
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Nothing_is_open_to_the_public(string environment) =>
        Assert.All(
            (await RecordAsync(environment)).Resources,
            resource =>
                Assert.DoesNotContain(
                    Texts(resource.Inputs),
                    text => text is "0.0.0.0/0" or "::/0" or "allUsers" or "allAuthenticatedUsers"
                )
        );

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Legacy_authentication_is_disabled(string environment)
    {
        var cluster = (await RecordAsync(environment)).Single("Cluster");

        Assert.Equal("false", cluster.TextAt("enableLegacyAbac"));
        Assert.Equal("false", cluster.TextAt("masterAuth|clientCertificateConfig|issueClientCertificate"));
        Assert.DoesNotContain((await RecordAsync(environment)).Resources, resource => resource.Is("Key"));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task No_basic_admin_or_project_wide_storage_role_is_granted(string environment)
    {
        var roles = (await RecordAsync(environment))
            .GetResources("IAMMember")
            .Select(grant => grant.TextAt("role")!)
            .ToList();

        Assert.DoesNotContain(roles, role => role.StartsWith("roles/storage.", StringComparison.Ordinal));
        Assert.DoesNotContain(roles, role => role is "roles/owner" or "roles/editor" or "roles/viewer");
        Assert.DoesNotContain(roles, role => role.EndsWith("dmin", StringComparison.Ordinal));
    }

    /// <summary>The roles of Cloud Storage that hold no <c>setIamPolicy</c> on buckets, folders or objects.</summary>
    private static readonly string[] RolesWithoutPolicy =
    [
        "roles/storage.insightsCollectorService",
        "roles/storage.legacyBucketReader",
        "roles/storage.objectCreator",
        "roles/storage.objectUser",
        "roles/storage.objectViewer",
    ];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task No_role_on_a_bucket_can_change_its_policy(string environment)
    {
        var grants = (await RecordAsync(environment))
            .Resources.Where(resource =>
                resource.Type.StartsWith("gcp:storage/", StringComparison.Ordinal)
                && resource.TextAt("role") is not null
            )
            .ToList();

        Assert.NotEmpty(grants);
        Assert.All(grants, grant => Assert.Contains(grant.TextAt("role"), RolesWithoutPolicy));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Buckets_have_uniform_access_and_public_access_prevention(string environment) =>
        Assert.All(
            (await RecordAsync(environment)).GetResources("Bucket"),
            bucket =>
                Assert.Equal(
                    ("true", "enforced"),
                    (bucket.TextAt("uniformBucketLevelAccess"), bucket.TextAt("publicAccessPrevention"))
                )
        );

    [Fact]
    public async Task Images_of_prod_have_a_fixed_tag_or_a_digest()
    {
        var images = (await RecordAsync("prod"))
            .Resources.SelectMany(resource => Images(resource.Inputs))
            .Distinct(StringComparer.Ordinal)
            .ToList();

        Assert.NotEmpty(images);
        Assert.All(
            images,
            image => Assert.Matches("(:(?!latest|stable|main|master)[a-z0-9._-]+|@sha256:[0-9a-f]{64})$", image)
        );
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Jobs_run_with_a_restricted_security_context(string environment)
    {
        const string pod = "spec|template|spec";
        var jobs = (await RecordAsync(environment)).GetResources("Job").ToList();

        Assert.Equal(3, jobs.Count);
        Assert.All(jobs, job => Assert.Equal("true", job.TextAt($"{pod}|securityContext|runAsNonRoot")));
        Assert.All(
            jobs.Select(job => job.Inputs.At($"{pod}|containers|0|securityContext").Show()),
            context =>
                Assert.Equal(
                    "{allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, readOnlyRootFilesystem: true}",
                    context
                )
        );
        Assert.All(jobs, job => Assert.NotNull(job.TextAt($"{pod}|containers|0|resources|limits|memory")));
        Assert.All(jobs, job => Assert.Null(job.TextAt($"{pod}|hostNetwork")));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Client_Jobs_have_no_API_access_and_avoid_TPU_nodes(string environment)
    {
        const string pod = "spec|template|spec";
        const string terms =
            $"{pod}|affinity|nodeAffinity|requiredDuringSchedulingIgnoredDuringExecution|nodeSelectorTerms";
        var jobs = (await RecordAsync(environment))
            .GetResources("Job")
            .Where(job => job.Name.EndsWith("-smoke-test", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(2, jobs.Count);
        Assert.All(jobs, job => Assert.Equal("false", job.TextAt($"{pod}|automountServiceAccountToken")));
        Assert.All(jobs, job => Assert.Null(job.Inputs.At($"{pod}|tolerations")));
        Assert.All(
            jobs,
            job =>
                Assert.Equal(
                    "[{matchExpressions: [{key: cloud.google.com/gke-tpu-accelerator, operator: DoesNotExist}]}]",
                    job.Inputs.At(terms).Show()
                )
        );
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Google_Cloud_resources_use_the_provider_of_the_settings(string environment)
    {
        var graph = await RecordAsync(environment);
        var google = graph.Single("gcp", "google");

        Assert.Equal("{project: my-project, region: us-east5, zone: us-east5-b}", google.Inputs.Show());
        Assert.All(
            graph.Resources.Where(resource => resource.Type.StartsWith("gcp:", StringComparison.Ordinal)),
            resource => Assert.Equal(google.Urn, resource.Provider)
        );
    }

    private static IEnumerable<ResourceState> KubernetesServices(StackGraph graph) =>
        graph.Resources.Where(resource => resource.Type == "kubernetes:core/v1:Service");

    private static IEnumerable<string> Texts(PlanValue? value) =>
        value switch
        {
            PlanString text => [text.Show()],
            PlanList list => list.Items.SelectMany(Texts),
            PlanMap map => map.Entries.Select(entry => entry.Value).SelectMany(Texts),
            _ => [],
        };

    private static IEnumerable<string> Images(PlanValue? value) =>
        value switch
        {
            PlanList list => list.Items.SelectMany(Images),
            PlanMap map => map["image"] is PlanString image
                ? [image.Show()]
                : map.Entries.Select(entry => entry.Value).SelectMany(Images),
            _ => [],
        };

    private static Task<StackGraph> RecordAsync(string environment) =>
        ManagedStack.RecordAsync(
            ManagedStack.Serving("a", "slices: 2") + ManagedStack.Serving("b", "capacity: { kind: spot }"),
            $"environment: {environment}\ncluster: {{ managed: {{ enableApis: true }} }}\nstorage: {{ checkpointBuckets: [my-models] }}"
        );
}
