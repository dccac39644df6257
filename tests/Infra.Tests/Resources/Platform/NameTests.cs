using System.Text.RegularExpressions;
using CsCheck;
using Infra.Model.Names;
using OfflinePreview.Graph;

namespace Infra.Tests.Resources.Platform;

public sealed partial class NameTests
{
    private const string Suffix = "-r0-s0";
    private const int Limit = 40;

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.Char["abz-019._AZ"], 0, 70],
        Gen.String[Gen.Char['a', 'c'], 50, 63]
    );

    [Theory]
    [InlineData("llama", "llama-r0-s0")]
    [InlineData("a234567890123456789012345678901234", "a234567890123456789012345678901234-r0-s0")]
    public void A_text_that_fits_stays_as_it_is(string text, string name) =>
        Assert.Equal(name, GoogleName.Create(text, Limit, Suffix));

    [Theory]
    [InlineData("a2345678901234567890123456789012345")]
    [InlineData("Llama")]
    [InlineData("llama.3")]
    [InlineData("3llama")]
    [InlineData("llama-")]
    [InlineData("")]
    public void Other_names_are_distinguished_by_a_hash(string text) =>
        Assert.Matches("^[a-z][a-z0-9-]*-?[0-9a-f]{8}-r0-s0$", GoogleName.Create(text, Limit, Suffix));

    [Fact]
    public void A_name_is_always_accepted_ends_as_it_should_and_comes_again() =>
        Texts.Sample(text =>
        {
            var name = GoogleName.Create(text, Limit, Suffix);
            return name.Length <= Limit
                && Accepted().IsMatch(name)
                && name.EndsWith(Suffix, StringComparison.Ordinal)
                && name == GoogleName.Create(text, Limit, Suffix);
        });

    [Fact]
    public void Different_texts_have_different_names() =>
        Gen.Select(Texts, Texts)
            .Where((first, second) => first != second)
            .Sample(
                (first, second) => GoogleName.Create(first, Limit, Suffix) != GoogleName.Create(second, Limit, Suffix)
            );

    [Fact]
    public async Task Names_stay_within_googles_limits_however_long_stack_and_serving_are()
    {
        var stack = new string('s', 90);
        var long1 = new string('a', 49) + "1";
        var long2 = new string('a', 49) + "2";
        var servings = ManagedStack.Serving(long1, "slices: 2") + ManagedStack.Serving(long2, "slices: 2");
        var graph = await ManagedStack.RecordAsync(servings, "storage: { checkpointBuckets: [my-models] }", stack);

        AssertNames(graph, "Cluster", "name", 40);
        AssertNames(graph, "NodePool", "name", 40);
        AssertNames(graph, "Account", "accountId", 30);
        AssertNames(graph, "Bucket", "name", 63);
        Assert.All(
            graph.Resources.Where(node => node.Type.StartsWith("gcp:compute/", StringComparison.Ordinal)),
            node => Assert.True(node.TextAt("name")!.Length <= 63)
        );
        Assert.All(
            graph.GetResources("NodePool"),
            pool => Assert.All(pool.TextsAt("nodeConfig|tags"), tag => Assert.True(tag!.Length <= 63))
        );
        Assert.All(Labels(graph), label => Assert.Matches("^[a-z0-9_-]{0,63}$", label));
    }

    [Fact]
    public async Task An_account_of_a_cluster_with_a_short_name_is_long_enough()
    {
        var graph = await ManagedStack.RecordAsync(ManagedStack.Serving("a"), "cluster: { managed: { name: x } }");

        Assert.All(
            graph.GetResources("Account"),
            account => Assert.InRange(account.TextAt("accountId")!.Length, 6, 30)
        );
    }

    [Fact]
    public async Task Two_stacks_of_one_project_share_no_name()
    {
        var first = await ManagedStack.RecordAsync(ManagedStack.Serving("a"), "", new string('s', 70) + "1");
        var second = await ManagedStack.RecordAsync(ManagedStack.Serving("a"), "", new string('s', 70) + "2");

        foreach (
            var (type, key) in new[]
            {
                ("Cluster", "name"),
                ("Account", "accountId"),
                ("Bucket", "name"),
                ("Subnetwork", "name"),
            }
        )
        {
            Assert.Empty(
                first
                    .GetResources(type)
                    .Select(node => node.TextAt(key))
                    .Intersect(second.GetResources(type).Select(node => node.TextAt(key)))
            );
        }
    }

    private static void AssertNames(StackGraph graph, string type, string key, int limit)
    {
        var names = graph.GetResources(type).Select(node => node.TextAt(key)!).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(name.Length <= limit && Accepted().IsMatch(name), name));
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
    }

    private static IEnumerable<string> Labels(StackGraph graph) =>
        graph
            .Resources.SelectMany(node =>
                new[] { "resourceLabels", "labels", "nodeConfig|resourceLabels" }.Select(path => node.Inputs.At(path))
            )
            .OfType<PlanMap>()
            .SelectMany(map => map.Entries.Select(entry => entry.Value))
            .OfType<PlanString>()
            .Select(text => string.Concat(text.Segments.OfType<StringSegment.Literal>().Select(part => part.Text)));

    [GeneratedRegex(@"\A[a-z]([a-z0-9-]*[a-z0-9])?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Accepted();
}
