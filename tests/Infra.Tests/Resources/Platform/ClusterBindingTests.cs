using System.Collections.Immutable;
using Infra.Resources.Platform;
using OfflinePreview.Diff;
using OfflinePreview.Graph;
using Pulumi;

namespace Infra.Tests.Resources.Platform;

public sealed class ClusterBindingTests
{
    private const string ManagedStack = """
        project: my-project
        region: us-east5
        zone: us-east5-b
        servings:
          - name: llama2-70b
            preset: llama2-70b-disaggregated
            checkpoint: gs://models/llama2-70b
            namespace: apart
            disruptionBudget: true
            batch: { input: gs://prompts/a.jsonl, output: gs://answers/a/ }
        """;

    private const string Existing = """
        cluster: { existing: { name: prod, location: us-east5, project: my-project } }
        servings:
          - name: llama2-70b
            preset: llama2-70b-disaggregated
            checkpoint: gs://models/llama2-70b
            scratch: gs://scratch/llama2-70b
        """;

    [Fact]
    public async Task Every_object_in_a_cluster_of_the_stack_is_replaced_with_it()
    {
        var graph = await StackText.RecordAsync(ManagedStack);

        var cluster = graph.Single("Cluster").Urn;
        Assert.True(Objects(graph).Count() > 10);
        Assert.All(
            Objects(graph),
            resource => Assert.Contains(PlanString.Known(cluster), ((PlanList)resource.Options["replaceWith"]!).Items)
        );
    }

    [Fact]
    public async Task Objects_in_the_cluster_have_ReplaceWith_for_all_causes_of_its_replacement()
    {
        var graph = await StackText.RecordAsync(ManagedStack);

        var causes = Causes(graph, graph.Single("Cluster")).ToList();
        Assert.Equal(["Network", "Subnetwork"], causes.Select(cause => cause.Type.Split(':')[^1]).Distinct().Order());
        Assert.All(
            Objects(graph),
            resource => Assert.Empty(causes.Select(cause => cause.Urn).Except(Urns(resource.Options["replaceWith"])))
        );
    }

    [Fact]
    public async Task Other_resources_are_not_replaced_with_a_cluster()
    {
        var graph = await StackText.RecordAsync(ManagedStack);

        var cluster = PlanString.Known(graph.Single("Cluster").Urn);
        Assert.DoesNotContain(
            graph.Resources.Except(Objects(graph)),
            resource => resource.Options["replaceWith"] is PlanList others && others.Items.Contains(cluster)
        );
    }

    [Fact]
    public async Task Objects_in_an_existing_cluster_have_no_ReplaceWith()
    {
        var graph = await StackText.RecordAsync(Existing);

        Assert.All(graph.Resources, resource => Assert.Null(resource.Options["replaceWith"]));
    }

    [Fact]
    public async Task A_transform_adds_ReplaceWith_to_children_that_a_provider_constructs()
    {
        var options = new ComponentResourceOptions();
        var component = new ComponentResourceOptions();
        await Recorded.StackAsync(() =>
        {
            var cluster = new Pulumi.Gcp.Container.Cluster("gke", new() { Location = "us-east5" });
            new ClusterBinding(cluster).ApplyTo(options);
            var release = new Pulumi.Kubernetes.Yaml.V2.ConfigFile("release", new() { File = "x" });
            options.ResourceTransformations.Single()(new(release, ResourceArgs.Empty, component));
        });

        var transform = Assert.Single(component.ResourceTransforms);
        var child = await transform(Child(custom: true));
        var itself = await transform(Child(custom: false));

        Assert.Null(itself);
        var returned = (CustomResourceOptions)child!.Value.Options;
        Assert.Null(returned.DeleteBeforeReplace);
        Assert.Single(await Pulumi.Utilities.OutputUtilities.GetValueAsync(Resources(returned)));
    }

    private static Output<ImmutableArray<Resource>> Resources(ResourceOptions options) =>
        ((Input<ImmutableArray<Resource>>)options.ReplaceWith).ToOutput();

    private static ResourceTransformArgs Child(bool custom) =>
        new(
            "release:lws-system/lws-manager-config",
            custom ? "kubernetes:core/v1:ConfigMap" : "kubernetes:yaml/v2:ConfigFile",
            custom,
            ImmutableDictionary<string, object?>.Empty,
            custom ? new CustomResourceOptions { DeleteBeforeReplace = false } : new ComponentResourceOptions()
        );

    // What a resource takes an argument from that cannot be changed in place, and so on.
    private static IEnumerable<ResourceState> Causes(StackGraph graph, ResourceState resource) =>
        resource
            .PropertyDependencies.Entries.Select(entry => entry.Key)
            .Where(name => ForceNewRules.ForType(resource.Type).ForceNew.Contains(name, StringComparer.Ordinal))
            .SelectMany(resource.GetDependencies)
            .Select(urn => graph.Resources.Single(other => other.Urn == urn))
            .SelectMany(cause => Causes(graph, cause).Prepend(cause));

    private static IEnumerable<string> Urns(PlanValue? option) =>
        ((PlanList)option!).Items.OfType<PlanString>().Select(urn => urn.Literal!);

    private static IEnumerable<ResourceState> Objects(StackGraph graph) =>
        graph.Resources.Where(resource =>
            resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal) && !resource.Is("ConfigFile")
        );
}
