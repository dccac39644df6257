using Infra.Model.Names;
using Infra.Resources.LeaderWorkerSets.Installation;
using OfflinePreview.Diff;
using OfflinePreview.Graph;
using OfflinePreview.Recording;

namespace Infra.Tests.Resources.LeaderWorkerSets.Installation;

/// <summary>What the engine does to the objects of the controller when another release is installed.</summary>
public sealed class ReleaseManifestTests
{
    private const string Crd = "CustomResourceDefinition leaderworkersets.leaderworkerset.x-k8s.io";
    private const string Config = "ConfigMap lws-system/lws-manager-config";
    private const string Controller = "Deployment lws-system/lws-controller-manager";
    private const string Manager = "ClusterRole lws-manager-role";
    private const string Metrics = "Service lws-system/lws-controller-manager-metrics-service";
    private const string MetricsReader = "ClusterRoleBinding lws-metrics-reader-rolebinding";
    private const string LeaderElection = "Role lws-system/lws-leader-election-role";
    private const string Validating = "ValidatingWebhookConfiguration lws-validating-webhook-configuration";
    private const string Mutating = "MutatingWebhookConfiguration lws-mutating-webhook-configuration";
    private const string Sets = "CustomResourceDefinition disaggregatedsets.disaggregatedset.x-k8s.io";
    private const string Scalers = "CustomResourceDefinition disaggregatedsetrolescalers.disaggregatedset.x-k8s.io";

    private static readonly ReleaseManifestModel Model = new();

    /// <summary>Each step from one release to the next, with the objects that are more than updated by new labels.</summary>
    public static TheoryData<string, string, string[]> Steps =>
        new()
        {
            { "v0.4.0", "v0.4.1", [$"~{Controller}"] },
            { "v0.4.1", "v0.4.2", [$"~{Controller}"] },
            {
                "v0.4.2",
                "v0.5.0",
                [
                    $"+{MetricsReader}",
                    $"~{Manager}",
                    "~ClusterRole lws-metrics-reader",
                    "~ClusterRole lws-proxy-role",
                    "~ClusterRoleBinding lws-proxy-rolebinding",
                    $"~{Crd}",
                    $"~{Controller}",
                    $"~{Metrics}",
                ]
            },
            { "v0.5.0", "v0.5.1", [$"~{Controller}"] },
            { "v0.5.1", "v0.6.0", [$"+{Config}", $"~{Crd}", $"~{Controller}"] },
            { "v0.6.0", "v0.6.1", [$"~{Controller}"] },
            { "v0.6.1", "v0.6.2", [$"~{Controller}"] },
            { "v0.6.2", "v0.6.3", [$"~{Controller}"] },
            { "v0.6.3", "v0.7.0", [$"-+{Config}", $"~{Crd}", $"~{Controller}"] },
            {
                "v0.8.0",
                "v0.9.0",
                [$"+{Sets}", $"~{Manager}", $"~{Crd}", $"~{Controller}", $"~{LeaderElection}", $"~{Validating}"]
            },
            { "v0.9.0", "v0.10.0", [$"+{Scalers}", $"~{Manager}", $"~{Sets}", $"~{Crd}", $"~{Controller}"] },
            { "v0.10.0", "v0.9.0", [$"-{Scalers}", $"~{Manager}", $"~{Sets}", $"~{Crd}", $"~{Controller}"] },
        };

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_release_changes_the_listed_objects_of_the_previous_one(string from, string to, string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), Walk(from, to));

    [Fact]
    public void The_release_with_a_changed_selector_replaces_the_controller_and_updates_all_other_objects()
    {
        var steps = Walk("v0.7.0", "v0.8.0");

        Assert.Equal(18, steps.Count);
        Assert.Equal([$"-+{Controller}"], steps.Where(step => step[0] != '~'));
    }

    [Fact]
    public void A_controller_upgrade_may_skip_releases_and_replaces_immutable_objects_delete_first()
    {
        var steps = Walk("v0.6.1", "v0.10.0");

        Assert.Equal(
            [$"+{Scalers}", $"+{Sets}", $"-+{Config}", $"-+{Controller}"],
            steps.Where(step => step[0] != '~').Order(StringComparer.Ordinal)
        );
        Assert.Contains($"~{Mutating}", steps);
    }

    [Fact]
    public void No_upgrade_replaces_or_deletes_a_custom_resource_definition_or_the_namespace()
    {
        var releases = LeaderWorkerSetVersion.All;
        var steps = releases.SelectMany(from => releases.SkipWhile(to => to != from).Select(to => (from, to)));

        Assert.All(
            steps.SelectMany(step => Walk(step.from.Text, step.to.Text)).Where(step => step[0] == '-'),
            step => Assert.Contains(step, new[] { $"-+{Config}", $"-+{Controller}" })
        );
    }

    [Fact]
    public void The_objects_of_every_supported_release_are_known() =>
        Assert.All(LeaderWorkerSetVersion.All, release => Assert.NotEmpty(Children(release.Text)));

    [Theory]
    [InlineData("v0.4.0", 16)]
    [InlineData("v0.6.1", 18)]
    [InlineData("v0.10.0", 20)]
    public void Every_object_of_a_release_manifest_is_known(string release, int objects) =>
        Assert.Equal(objects, Children(release).Count);

    [Fact]
    public void Objects_have_the_names_and_types_that_the_provider_gives_them()
    {
        var children = Children("v0.10.0");

        Assert.Contains(
            children,
            child =>
                child
                    is { Type: "kubernetes:apps/v1:Deployment", Name: "lws-release:lws-system/lws-controller-manager" }
        );
        var made = Assert.Single(children, child => child.Type == "kubernetes:core/v1:Namespace");
        Assert.Equal("lws-release:lws-system", made.Name);
        Assert.Equal(
            "{apiVersion: v1, kind: Namespace, metadata: {labels: <release manifest.356e094c>, name: lws-system}}",
            made.Inputs.Show()
        );
    }

    [Theory]
    [InlineData("kubernetes:yaml/v2:ConfigFile", "v9.9.9")]
    [InlineData("kubernetes:yaml/v2:ConfigGroup", "v0.10.0")]
    public void Unknown_releases_and_other_components_have_no_known_objects(string type, string release) =>
        Assert.Empty(Children(release, type));

    [Fact]
    public void An_unknown_manifest_has_no_known_objects() =>
        Assert.Empty(
            Model.GetChildren(
                "kubernetes:yaml/v2:ConfigFile",
                "release",
                PlanMap.Empty.With("file", PlanString.Unknown("it.url"))
            )
        );

    /// <summary>What becomes of the objects: <c>+</c> created, <c>~</c> updated, <c>-</c> deleted, <c>-+</c> deleted and then created.</summary>
    private static List<string> Walk(string from, string to) =>
        [
            .. GraphDiff
                .Compare(Graph(from), Graph(to))
                .Steps.Where(step => step.IsChange)
                .Select(step => $"{Sign(step)}{step.Resource.Type.Split(':')[^1]} {step.Resource.Name.Split(':')[^1]}")
                .Order(StringComparer.Ordinal),
        ];

    private static string Sign(ResourceStep step) =>
        step switch
        {
            { Kind: StepKind.Create } => "+",
            { Kind: StepKind.Update } => "~",
            { Kind: StepKind.Delete } => "-",
            { Kind: StepKind.Replace, DeleteBeforeReplace: true } => "-+",
            _ => $"{step.Kind} ",
        };

    private static StackGraph Graph(string release) =>
        new(
            "shop",
            "dev",
            [
                .. Children(release)
                    .Select(child => new ResourceState
                    {
                        Urn = $"urn:pulumi:dev::shop::{child.Type}::{child.Name}",
                        Type = child.Type,
                        Name = child.Name,
                        Inputs = child.Inputs,
                    })
                    .OrderBy(resource => resource.Urn, StringComparer.Ordinal),
            ]
        );

    private static List<RemoteChild> Children(string release, string type = "kubernetes:yaml/v2:ConfigFile") =>
        [
            .. Model.GetChildren(
                type,
                "lws-release",
                PlanMap.Empty.With(
                    "file",
                    PlanString.Known(
                        $"https://github.com/kubernetes-sigs/lws/releases/download/{release}/manifests.yaml"
                    )
                )
            ),
        ];
}
