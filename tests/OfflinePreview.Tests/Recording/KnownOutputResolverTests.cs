using Pulumi.Gcp.ServiceAccount;
using Pulumi.Gcp.Storage;

namespace OfflinePreview.Tests.Recording;

/// <summary>What a preview knows of resources that do not exist yet.</summary>
public sealed class KnownOutputResolverTests
{
    [Fact]
    public async Task An_output_that_repeats_an_argument_is_known_and_still_a_dependency()
    {
        var graph = await Recorded.StackAsync(() =>
        {
            var bucket = new Bucket("bucket", new() { Name = "shop-data", Location = "EU" });
            _ = new Thing("it", new() { Text = Pulumi.Output.Format($"gs://{bucket.Name}/{bucket.Url}") });
        });

        Assert.Equal("{text: gs://shop-data/<bucket.url>}", graph.Resource("it").Inputs.Show());
        Assert.Equal(graph.Resource("bucket").Urn, Assert.Single(graph.Resource("it").DependsOn));
        Assert.Equal($"{{text: [{graph.Resource("bucket").Urn}]}}", graph.Resource("it").PropertyDependencies.Show());
    }

    [Fact]
    public async Task An_output_is_known_through_several_resources_and_inside_of_lists()
    {
        var graph = await Recorded.StackAsync(() =>
        {
            var first = new Bucket("first", new() { Name = "shop-data", Location = "EU" });
            var second = new Bucket("second", new() { Name = first.Name, Location = "EU" });
            _ = new Thing("it", new() { Items = { "a", second.Name } });
        });

        Assert.Equal("{args: [a, shop-data]}", graph.Resource("it").Inputs.Show());
    }

    [Fact]
    public async Task An_output_that_repeats_a_secret_stays_secret()
    {
        var graph = await Recorded.StackAsync(unknownValues =>
        {
            var bucket = new Bucket("bucket", new() { Name = unknownValues.Secret("name"), Location = "EU" });
            _ = new Thing("it", new() { Text = bucket.Name });
        });

        Assert.Equal("{text: <secret>}", graph.Resource("it").Inputs.Show());
    }

    [Fact]
    public async Task Resource_IDs_and_values_derived_from_outputs_stay_unknown()
    {
        var graph = await Recorded.StackAsync(() =>
        {
            var bucket = new Bucket("bucket", new() { Name = "shop-data", Location = "EU" });
            _ = new Thing("id", new() { Text = bucket.Id });
            _ = new Thing("part", new() { Text = bucket.Name.Apply(name => name[..4]) });
        });

        Assert.Equal("{text: <bucket.id>}", graph.Resource("id").Inputs.Show());
        Assert.Equal("{text: <bucket>}", graph.Resource("part").Inputs.Show());
    }

    [Fact]
    public async Task Resources_with_the_same_name_are_ambiguous()
    {
        var graph = await Recorded.StackAsync(() =>
        {
            var bucket = new Bucket("same", new() { Name = "shop-data", Location = "EU" });
            var account = new Account("same", new() { AccountId = "shop", Project = "shop-project" });
            _ = new Thing("it", new() { Text = Pulumi.Output.Format($"{bucket.Name} {account.Email}") });
        });

        Assert.Equal("{text: <same.name> <same.email>}", graph.Resource("it").Inputs.Show());
    }

    [Fact]
    public async Task The_address_of_a_service_account_is_known_but_not_its_resource_name()
    {
        var graph = await Recorded.StackAsync(() =>
        {
            var account = new Account("account", new() { AccountId = "shop", Project = "shop-project" });
            _ = new Thing("it", new() { Items = { account.Email, account.Member, account.Name } });
        });

        Assert.Equal(
            "{args: [shop@shop-project.iam.gserviceaccount.com, "
                + "serviceAccount:shop@shop-project.iam.gserviceaccount.com, <account.name>]}",
            graph.Resource("it").Inputs.Show()
        );
    }

    [Fact]
    public async Task A_service_account_of_the_providers_project_has_no_known_address()
    {
        var graph = await Recorded.StackAsync(() =>
        {
            var account = new Account("account", new() { AccountId = "shop" });
            _ = new Thing("it", new() { Text = account.Email });
        });

        Assert.Equal("{text: <account.email>}", graph.Resource("it").Inputs.Show());
    }
}
