using Infra.Model.Tpu;
using StackConfig.Reading;

namespace Infra.Tests.Validation.Rules;

/// <summary>Rules of slices, capacity, names and buckets.</summary>
public sealed class PlaceRulesTests
{
    public static TheoryData<string, string> Machines()
    {
        var machines = new TheoryData<string, string>();
        foreach (var topology in Topology.All)
        {
            foreach (var machine in MachineType.All)
            {
                machines.Add(topology.Name, machine.Name);
            }
        }

        return machines;
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void A_slice_is_one_that_GKE_offers(string topology, string machine)
    {
        var isOffered = TpuSlice.All.Any(slice => slice.Topology.Name == topology && slice.MachineType.Name == machine);
        var stack = RuleStack.Existing($"topology: {topology}, machineType: {machine}");
        if (isOffered)
        {
            RuleStack.Accepts(stack);
            return;
        }

        var problem = Assert.Single(StackText.Load(stack).Problems);
        Assert.Equal("servings[0].machineType", problem.Key);
        Assert.Contains($"for topology {topology}", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Allowed: ct6e-standard-", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4x2")]
    [InlineData("4x4x4")]
    [InlineData("32x32")]
    public void A_topology_is_one_that_GKE_offers(string topology)
    {
        var problem = Assert.Single(StackText.Load(RuleStack.Existing($"topology: {topology}")).Problems);

        Assert.Equal("servings[0].topology", problem.Key);
        Assert.Contains("Allowed: 1x1, 2x2, 2x4", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "us-east5-c",
        "us-east5-a",
        "capacity: { kind: spot }",
        "Known zones in November 2026: us-east5-a, us-east5-b, asia-northeast1-b"
    )]
    [InlineData("europe-west4-b", "europe-west4-a", "capacity: { kind: spot }", "Known zones in November 2026")]
    public void A_zone_that_is_not_known_to_have_the_chips_is_a_warning(
        string wrong,
        string right,
        string serving,
        string message
    )
    {
        RuleStack.Refuses("ZoneWithoutTpus", InZone(wrong, serving), "zone", message, Severity.Warning);
        RuleStack.Accepts(InZone(right, serving));
    }

    [Theory]
    [InlineData("us-central1-b", "is not known to offer v6e slices by flex-start")]
    [InlineData("us-central1-c", "is not known to have v6e chips")]
    [InlineData("us-east5-b", null)]
    [InlineData("us-south1-ai1b", null)]
    public void Flex_start_is_offered_in_fewer_zones(string zone, string? message)
    {
        var messages = StackText
            .Load(InZone(zone, "capacity: { kind: flex-start }"))
            .Problems.Where(problem => problem.Rule == "ZoneWithoutTpus")
            .Select(problem => problem.Message);

        Assert.Equal(message is not null, messages.Any());
        Assert.All(messages, one => Assert.Contains(message!, one, StringComparison.Ordinal));
    }

    [Fact]
    public void Spot_in_prod_is_a_warning()
    {
        const string serving = "capacity: { kind: spot }";

        RuleStack.Refuses(
            "SpotInProduction",
            RuleStack.ManagedStack(serving, "environment: prod"),
            "servings[0].capacity.kind",
            "reservation",
            Severity.Warning
        );
        RuleStack.Accepts(RuleStack.ManagedStack(serving, "environment: dev"));
        RuleStack.Accepts(RuleStack.ManagedStack("capacity: { kind: on-demand }", "environment: prod"));
    }

    [Theory]
    [InlineData(
        "kind: reservation",
        "kind: reservation, reservation: mine",
        "capacity.reservation",
        "NAME, or projects/OWNER/reservations/NAME"
    )]
    [InlineData(
        "kind: reservation, reservation: Mine",
        "kind: reservation, reservation: mine",
        "capacity.reservation",
        "NAME, or projects/OWNER/reservations/NAME"
    )]
    [InlineData(
        "kind: reservation, reservation: host-proj/v6e-res",
        "kind: reservation, reservation: projects/host-proj/reservations/v6e-res",
        "capacity.reservation",
        "projects/OWNER/reservations/NAME for a reservation of another project"
    )]
    [InlineData(
        "kind: reservation, reservation: v6e-res/b1",
        "kind: reservation, reservation: v6e-res/reservationBlocks/b1",
        "capacity.reservation",
        "followed by /reservationBlocks/BLOCK"
    )]
    [InlineData(
        "kind: reservation, reservation: projects/p/reservations/v6e-res/reservationBlocks/b1",
        "kind: reservation, reservation: projects/123456/reservations/v6e-res/reservationBlocks/b1/reservationSubBlocks/s1",
        "capacity.reservation",
        "projects/OWNER/reservations/NAME"
    )]
    [InlineData("reservation: mine", "kind: reservation, reservation: mine", "capacity.kind", "Set kind: reservation")]
    [InlineData("kind: spot, reservation: mine", "kind: spot", "capacity.reservation", "is only used with kind")]
    [InlineData(
        "kind: on-demand, maxRunDuration: 1d",
        "kind: on-demand",
        "capacity.maxRunDuration",
        "is only used with kind"
    )]
    [InlineData("kind: flex-start, maxRunDuration: 8d", "kind: spot", "capacity.maxRunDuration", "seven days")]
    [InlineData("kind: queued", "kind: spot", "capacity.kind", "on-demand, spot, reservation, flex-start")]
    public void Exactly_one_kind_of_capacity_is_allowed(string wrong, string right, string key, string accepted)
    {
        var problem = Assert.Single(StackText.Load(RuleStack.ManagedStack($"capacity: {{ {wrong} }}")).Problems);

        Assert.Equal($"servings[0].{key}", problem.Key);
        Assert.Contains(accepted, problem.Message, StringComparison.Ordinal);
        RuleStack.Accepts(RuleStack.ManagedStack($"capacity: {{ {right} }}"));
    }

    [Theory]
    [InlineData(500, 500, null)]
    [InlineData(500, 501, "servings[1].replicas")]
    [InlineData(1_001, 1, "servings[0].replicas")]
    public void A_stack_has_at_most_a_thousand_slices(int first, int second, string? key)
    {
        var stack =
            RuleStack.ManagedStack($"replicas: {first}")
            + $"\n  - {{ name: b, topology: 2x2, checkpoint: gs://mine/b, replicas: {second}, {StackText.SmallModel} }}";

        var problems = StackText.Load(stack).Problems.Where(problem => problem.Rule == "TooManySlices");

        Assert.Equal(key is null ? [] : [key], problems.Select(problem => problem.Key));
    }

    [Theory]
    [InlineData("scratch: gs://cloud-pathways-staging/tmp", "servings[0].scratch")]
    [InlineData("checkpoint: gs://cloud-pathways-staging/model", "servings[0].checkpoint")]
    public void Googles_staging_bucket_is_a_warning(string wrong, string key)
    {
        RuleStack.Refuses(
            "GoogleStagingBucket",
            RuleStack.Existing(wrong),
            key,
            "a bucket of your own",
            Severity.Warning
        );
        RuleStack.Accepts(RuleStack.Existing("scratch: gs://cloud-pathways-staging2/tmp"));
    }

    [Theory]
    [InlineData("'a b': x", "[\"a b\"]", "optionally after a DNS name")]
    [InlineData("'-a': x", "-a", "optionally after a DNS name")]
    [InlineData("'/a': x", "[\"/a\"]", "optionally after a DNS name")]
    [InlineData("a: 'b c'", "a", "starting and ending with a letter or digit")]
    [InlineData("cloud.google.com/gke-tpu-topology: 4x4", "[\"cloud.google.com/gke-tpu-topology\"]", "2x2, or null")]
    public void A_node_selector_must_not_contradict_the_labels_of_the_slice(string wrong, string key, string accepted)
    {
        var dot = key.StartsWith('[') ? "" : ".";

        RuleStack.Refuses(
            "InvalidNodeSelector",
            RuleStack.Existing($"nodeSelector: {{ {wrong} }}"),
            $"servings[0].nodeSelector{dot}{key}",
            accepted
        );
        RuleStack.Accepts(
            RuleStack.Existing("nodeSelector: { example.com/a.b: x_1, cloud.google.com/gke-tpu-topology: 2x2, c: '' }")
        );
        RuleStack.Accepts(RuleStack.Existing("nodeSelector: { cloud.google.com/gke-accelerator-count: null }"));
    }

    [Theory]
    [InlineData("name: a", "servings[1].name", "no other serving has")]
    [InlineData("name: b, service: { name: a-http }", "servings[1].service.name", "no other serving has")]
    [InlineData("name: b, service: { name: a }", "servings[1].service.name", "no serving has")]
    [InlineData("name: b, service: { name: a-smoke-test }", "servings[1].service.name", "no serving has")]
    [InlineData("name: a-smoke-test", "servings[1].name", "no other serving has")]
    [InlineData("name: a-http, service: { name: c }", "servings[0].service.name", "no serving has")]
    public void Names_of_servings_and_Services_must_be_unique(string second, string key, string accepted)
    {
        var problems = StackText.Load(Two(second)).Problems;

        Assert.Contains(
            problems,
            one =>
                one.Rule == "DuplicateName"
                && one.Key == key
                && one.Message.Contains(accepted, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_Service_must_not_have_the_name_of_its_LeaderWorkerSet() =>
        RuleStack.Refuses(
            "DuplicateName",
            RuleStack.Existing("name: a, service: { name: a }"),
            "servings[0].service.name",
            "no serving has"
        );

    [Theory]
    [InlineData("name: a-0", "name: a-00")]
    [InlineData("name: a-0", "name: a-99999999999")]
    [InlineData("name: a-0", "name: a-x1")]
    [InlineData("name: a-11", "name: a-12")]
    [InlineData("name: a-0, namespace: default", "name: a-0, namespace: other")]
    [InlineData("name: a-1", "name: b-1")]
    public void A_serving_must_not_have_the_name_of_the_workers_of_another(string wrong, string right)
    {
        const string rule = "WorkerNameConflict";

        RuleStack.Refuses(rule, Two(wrong), "servings[1].name", "other than a-NUMBER");
        Assert.DoesNotContain(StackText.Load(Two(right)).Problems, problem => problem.Rule == rule);
    }

    [Theory]
    [InlineData("name: kubernetes", "name: kubernetes, namespace: mine", "name")]
    [InlineData("name: kubernetes, namespace: default", "name: kubernetes2", "name")]
    [InlineData("service: { name: kubernetes }", "service: { name: kubernetes }, namespace: mine", "service.name")]
    public void The_name_of_the_Service_of_the_API_server_is_reserved_in_its_namespace(
        string wrong,
        string right,
        string key
    )
    {
        RuleStack.Refuses("ReservedServiceName", RuleStack.Existing(wrong), $"servings[0].{key}", "another name");
        RuleStack.Accepts(RuleStack.Existing(right));
    }

    private static string Two(string second) =>
        RuleStack.Existing("name: a, replicas: 12") + RuleStack.Existing(second).Split('\n')[^1].Insert(0, "\n");

    private static string InZone(string zone, string serving) =>
        RuleStack
            .ManagedStack(serving)
            .Replace("us-east5-b", zone, StringComparison.Ordinal)
            .Replace("region: us-east5", $"region: {zone[..zone.LastIndexOf('-')]}", StringComparison.Ordinal);
}
