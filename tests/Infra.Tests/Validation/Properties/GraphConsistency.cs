using System.Globalization;
using Infra.Model.Tpu;
using Infra.Resources.LeaderWorkerSets;
using OfflinePreview.Graph;

namespace Infra.Tests.Validation.Properties;

/// <summary>Checks that the values in a graph are consistent, using only the graph.</summary>
internal static class GraphConsistency
{
    private const string Template = "spec|leaderWorkerTemplate";
    private const string Leader = $"{Template}|leaderTemplate|spec";
    private const string Worker = $"{Template}|workerTemplate|spec";

    /// <summary>Asserts that all numbers of every serving and its node pools match its slices.</summary>
    public static void Check(StackGraph graph)
    {
        var sets = graph.Resources.Where(resource => resource.Is("LeaderWorkerSet")).ToList();
        var pools = graph
            .Resources.Where(resource => resource.Is("NodePool") && resource.TextAt("placementPolicy|type") != "none")
            .ToList();
        foreach (var set in sets)
        {
            var shape = Shape.FromSet(set);
            CheckGroup(set, shape);
            CheckPathways(set, shape);
            CheckMaxText(set, shape);
            CheckMetrics(set, graph);
            if (graph.Resources.Any(resource => resource.Is("Cluster")))
            {
                CheckPools(pools.Where(pool => pool.TextAt(PoolLabel) == set.Name).ToList(), set, shape);
            }
        }
    }

    private const string PoolLabel = "nodeConfig|labels|jetstream-pathways/serving";

    private static void CheckGroup(ResourceState set, Shape shape)
    {
        var annotations = ((PlanMap)set.Inputs.At("metadata|annotations")!)
            .Entries.Select(entry => entry.Key)
            .Where(key => key.EndsWith("exclusive-topology", StringComparison.Ordinal));
        var isOne = shape.Slices == 1;
        Assert.Equal($"{(shape.Hosts * shape.Slices) + 1}", set.TextAt($"{Template}|size"));
        Assert.Equal(isOne ? null : $"{shape.Hosts}", set.TextAt($"{Template}|subGroupPolicy|subGroupSize"));
        Assert.Equal([isOne ? TopologyAnnotation.Exclusive : TopologyAnnotation.SubGroupExclusive], annotations);
        Assert.Equal(
            !isOne && shape.Hosts == 1 ? "LeaderExcluded" : null,
            set.TextAt($"{Template}|subGroupPolicy|subGroupPolicyType")
        );
        foreach (var pod in new[] { Leader, Worker })
        {
            Assert.Contains(set.TextAt($"{pod}|nodeSelector|{NodeLabel.Topology}"), new[] { shape.Topology, null });
            Assert.Contains(
                set.TextAt($"{pod}|nodeSelector|{NodeLabel.AcceleratorCount}"),
                new[] { $"{shape.ChipsPerHost}", null }
            );
        }
    }

    private static void CheckPathways(ResourceState set, Shape shape)
    {
        var name = shape.ChipsPerHost == 8 ? "tpuv6e1t" : "tpuv6e";
        var manager = set.TextsAt($"{Leader}|containers|1|args");
        Assert.Contains($"--instance_type={name}:{shape.Topology}", manager);
        Assert.Contains($"--instance_count={shape.Slices}", manager);
        string?[] images =
        [
            .. new[] { $"{Leader}|containers|0", $"{Leader}|containers|1", $"{Worker}|containers|0" }.Select(one =>
                set.TextAt($"{one}|image")
            ),
        ];
        Assert.Single(images.Select(image => image!.Split(':')[^1]).Distinct());
    }

    private static void CheckMaxText(ResourceState set, Shape shape)
    {
        var flags = set.TextsAt($"{Leader}|containers|2|args").Skip(1).Select(arg => arg!.Split('=', 2)).ToList();
        var sizes = flags
            .Where(flag => flag[0].StartsWith("ici_", StringComparison.Ordinal))
            .ToDictionary(
                flag => flag[0],
                flag => int.Parse(flag[1], CultureInfo.InvariantCulture),
                StringComparer.Ordinal
            );
        sizes.TryAdd("ici_fsdp_parallelism", -1);
        var product = sizes.Values.Where(size => size != -1).Aggregate(1L, (product, size) => product * size);
        var open = sizes.Values.Count(size => size == -1);
        Assert.True(open == 0 ? product == shape.Chips : open == 1 && shape.Chips % product == 0);

        var server = flags.Find(flag => flag[0] == "inference_server")?[1] ?? "MaxtextInterleavedServer";
        Assert.True(server != "MaxtextInterleavedServer" || shape.Slices == 1);
        Assert.True(!server.EndsWith("_8", StringComparison.Ordinal) || (shape.Slices, shape.Chips) == (2, 8));
    }

    private static void CheckMetrics(ResourceState set, StackGraph graph)
    {
        const string Server = $"{Leader}|containers|2";
        var port = set.TextAt($"{Server}|ports|1|containerPort");
        var flag = set.TextsAt($"{Server}|args")
            .SingleOrDefault(arg => arg!.StartsWith("prometheus_port=", StringComparison.Ordinal));
        Assert.Equal(port is null ? null : $"prometheus_port={port}", flag);
        Assert.True(
            port is not null
                || !graph.Resources.Any(resource => resource.Is("PodMonitoring") && resource.Name == set.Name)
        );
    }

    private static void CheckPools(List<ResourceState> pools, ResourceState set, Shape shape)
    {
        var replicas = int.Parse(set.TextAt("spec|replicas")!, CultureInfo.InvariantCulture);
        Assert.Equal(replicas * shape.Slices, pools.Count);
        foreach (var pool in pools)
        {
            var nodes = pool.TextAt("nodeCount") ?? pool.TextAt("autoscaling|maxNodeCount");
            Assert.Equal($"{shape.Hosts}", nodes);
            Assert.Equal($"ct6e-standard-{shape.ChipsPerHost}t", pool.TextAt("nodeConfig|machineType"));
            Assert.Equal(shape.Hosts > 1 ? "COMPACT" : null, pool.TextAt("placementPolicy|type"));
            Assert.Equal(shape.Hosts > 1 ? shape.Topology : null, pool.TextAt("placementPolicy|tpuTopology"));
            Assert.True(pool.Inputs.At("autoscaling") is null || pool.TextAt("initialNodeCount") == "0");
        }
    }

    /// <summary>The slices of a serving according to its workers and resource manager.</summary>
    private sealed record Shape(string Topology, int Chips, int ChipsPerHost, int Slices)
    {
        public int Hosts => Chips / ChipsPerHost;

        public static Shape FromSet(ResourceState set)
        {
            var manager = set.TextsAt($"{Leader}|containers|1|args");
            var topology = Value(manager, "--instance_type=").Split(':')[1];
            var chips = topology
                .Split('x')
                .Select(side => int.Parse(side, CultureInfo.InvariantCulture))
                .Aggregate((a, b) => a * b);
            var limit = set.TextAt($"{Worker}|containers|0|resources|limits|{TpuResource.Name}")!;
            return new(
                topology,
                chips,
                int.Parse(limit, CultureInfo.InvariantCulture),
                int.Parse(Value(manager, "--instance_count="), CultureInfo.InvariantCulture)
            );
        }

        private static string Value(IEnumerable<string?> args, string prefix) =>
            args.Single(arg => arg!.StartsWith(prefix, StringComparison.Ordinal))![prefix.Length..];
    }
}
