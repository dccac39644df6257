namespace Infra.Tests.Validation.Rules;

/// <summary>Ranges hold the nodes, the pods and the Services of the stack; an existing subnetwork lies in its region.</summary>
public sealed class NetworkRulesTests
{
    private const string Rule = "NetworkRangeTooSmall";

    [Theory]
    [InlineData("topology: 8x8, replicas: 4", "nodeRange: 10.0.0.0/26", "nodeRange: 10.0.0.0/25", "a /25 or larger")]
    [InlineData("topology: 2x2", "nodeRange: 10.0.0.0/29", "nodeRange: 10.0.0.0/28", "1 TPU hosts and 7 system nodes")]
    [InlineData("topology: 8x8, replicas: 4", "podRange: 10.4.0.0/20", "podRange: 10.4.0.0/19", "a /19 or larger")]
    [InlineData("topology: 2x2", "podRange: 10.4.0.0/22", "podRange: 10.4.0.0/21", "need 1856")]
    [InlineData("topology: 2x2", "serviceRange: 10.0.32.0/28", "serviceRange: 10.0.32.0/27", "need 19")]
    public void Address_ranges_must_fit_the_stack_during_an_upgrade(
        string serving,
        string wrong,
        string right,
        string message
    )
    {
        RuleStack.Refuses(Rule, Stack(serving, wrong), $"network.{wrong.Split(':')[0]}", message);
        Assert.DoesNotContain(StackText.Load(Stack(serving, right)).Problems, problem => problem.Rule == Rule);
    }

    [Fact]
    public void A_larger_system_pool_needs_larger_ranges()
    {
        const string pool = "cluster: {{ managed: {{ systemPool: {{ maxNodes: {0} }} }} }}\n";

        RuleStack.Refuses(
            Rule,
            RuleStack.ManagedStack("topology: 2x2", Pool(7) + "network: { podRange: 10.4.0.0/21 }"),
            "network.podRange",
            "8 system nodes need 2112"
        );
        RuleStack.Accepts(RuleStack.ManagedStack("topology: 2x2", Pool(6) + "network: { podRange: 10.4.0.0/21 }"));

        static string Pool(int nodes) => string.Format(System.Globalization.CultureInfo.InvariantCulture, pool, nodes);
    }

    [Theory]
    [InlineData("projects/host/regions/us-east1/subnetworks/nodes", "projects/host/regions/us-east5/subnetworks/nodes")]
    [InlineData(
        "https://www.googleapis.com/compute/v1/projects/host/regions/us-west1/subnetworks/nodes",
        "regions/us-east5/subnetworks/nodes"
    )]
    public void An_existing_subnetwork_is_in_the_region_of_the_stack(string wrong, string right)
    {
        RuleStack.Refuses(
            "SubnetworkOutsideRegion",
            Existing(wrong),
            "network.existing.subnetwork",
            "but the cluster is in us-east5"
        );
        RuleStack.Accepts(Existing(right));
        RuleStack.Accepts(Existing("nodes"));
    }

    [Theory]
    [InlineData("nodeRange: 169.254.0.0/20", "nodeRange: 169.253.0.0/20")]
    [InlineData("podRange: 224.0.0.0/14", "podRange: 240.0.0.0/14")]
    [InlineData("serviceRange: 127.0.0.0/20", "serviceRange: 100.64.0.0/20")]
    [InlineData("controlPlaneRange: 199.36.153.0/28", "controlPlaneRange: 199.36.153.16/28")]
    public void A_range_has_no_addresses_that_Google_Cloud_prohibits(string wrong, string right)
    {
        RuleStack.Refuses(
            "ProhibitedNetworkRange",
            Stack("topology: 2x2", wrong),
            $"network.{wrong.Split(':')[0]}",
            "a private range"
        );
        RuleStack.Accepts(Stack("topology: 2x2", right));
    }

    private static string Existing(string subnetwork) =>
        Stack(
            "topology: 2x2",
            $"existing: {{ network: vpc, subnetwork: '{subnetwork}', podRange: pods, serviceRange: services }}"
        );

    private static string Stack(string serving, string network) =>
        RuleStack.ManagedStack(serving, $"network: {{ {network} }}");
}
