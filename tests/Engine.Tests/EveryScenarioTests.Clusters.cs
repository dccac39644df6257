using Engine.Tests.Engine;
using Engine.Tests.Protocol;

namespace Engine.Tests;

/// <content>Which provider, and thereby which cluster, gets what.</content>
public abstract partial class EveryScenarioTests
{
    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task A_remote_component_names_the_provider_of_its_package(string scenario)
    {
        var run = await RunAsync(scenario);

        var remote = run.Trace.Resources.Where(one => one.Request.Remote);
        Assert.Empty(
            remote
                .Where(one => !Provides(one.Request.Providers.GetValueOrDefault(one.Request.Package, ""), one))
                .Select(one => one.Urn)
        );
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task No_resource_uses_a_default_provider(string scenario)
    {
        var run = await RunAsync(scenario);

        var custom = run.Trace.Resources.Where(one => one.Request is { Custom: true, Package: not "pulumi" });
        Assert.Empty(custom.Where(one => !Provides(one.Request.Provider, one)).Select(one => one.Urn));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task No_look_up_uses_a_default_provider(string scenario)
    {
        var run = await RunAsync(scenario);

        Assert.Empty(
            run.Trace.GetMessages("Invoke")
                .Where(lookUp =>
                    lookUp["provider"] is null
                    && !((string)lookUp["tok"]!).StartsWith("pulumi:", StringComparison.Ordinal)
                )
                .Select(lookUp => (string)lookUp["tok"]!)
        );
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Objects_in_a_managed_cluster_are_replaced_with_the_cluster(string scenario)
    {
        var run = await RunAsync(scenario);

        var clusters = run.Trace.Resources.Where(one => one.Request.Type == "gcp:container/cluster:Cluster");
        Assert.All(
            clusters,
            cluster =>
                Assert.Empty(
                    run.Trace.Resources.Where(one => one.Request is { Custom: true, Package: "kubernetes" })
                        .Where(one => !one.Request.ReplaceWith.Contains(cluster.Urn, StringComparer.Ordinal))
                        .Select(one => one.Urn)
                )
        );
    }

    /// <summary>While it is unknown, the engine closes a replaced provider too early.</summary>
    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task The_identifier_of_a_cluster_is_always_known(string scenario)
    {
        var run = await RunAsync(scenario);

        Assert.DoesNotContain(
            run.Trace.Resources.Where(one => one.Request.ProvidedPackage == "kubernetes"),
            one => one.Request.Object["clusterIdentifier"]?.ToString() == SpecialValue.Unknown
        );
    }

    private static bool Provides(string provider, Registered resource) =>
        provider.Contains($"pulumi:providers:{resource.Request.Package}::", StringComparison.Ordinal);
}
