using Infra.Preview.Diff;
using Infra.Preview.Graph;

namespace Infra.Preview.Output;

/// <summary>What a step means for the models that are served, in one sentence; computed from the resource alone.</summary>
public static class ServingImpact
{
    /// <summary>The sentence, without its full stop; null for a step that disturbs nothing.</summary>
    public static string? Of(ResourceStep step) =>
        step.Kind switch
        {
            StepKind.Replace => $"{Protected(step)}replaces the {Noun(step.Node)}: {OfReplacing(step.Old!)}",
            StepKind.Delete when step.Node.Options["retainOnDelete"] is PlanBool { Value: true } =>
                $"the {Noun(step.Node)} stays as it is, outside the stack",
            StepKind.Delete => $"{Protected(step)}deletes the {Noun(step.Node)}: {OfDeleting(step.Node)}",
            StepKind.Update when step.RefusedReasons.Any() =>
                $"the API refuses this change of a {Noun(step.Node)} that exists, so the update fails: delete it first, or ask for replaceOnChanges",
            StepKind.Update when RestartsPods(step) =>
                $"changes the pods of the {Noun(step.Node)}: {Pods(step.Old!)} restart, group by group, and load the model again",
            _ => null,
        };

    private static string OfReplacing(ResourceNode node) =>
        TypeNames.Last(node.Type) switch
        {
            "NodePool" when IsTpu(node) =>
                $"{Nodes(node, "host", "drain")}, the serving restarts, about 15 minutes where chips are free",
            "NodePool" => $"{Nodes(node, "node", "drain")}, their pods wait for other nodes",
            "Cluster" =>
                "its node pools and all that runs in it go with it, no serving answers until they are made anew",
            "LeaderWorkerSet" => $"{Pods(node)} restart, the serving answers again once the model is loaded",
            "Service" => "its address changes, requests fail until clients look it up again",
            "Job" => "it runs again",
            "Namespace" => "everything in it is deleted",
            "Bucket" => "its objects are not kept; the update fails while it has any, unless forceDestroy is set",
            "Account" => "what runs as the old account loses its rights until it is made anew",
            "Network" or "Subnetwork" => "nothing can stay attached to the old one",

            "IAMMember" or "BucketIAMMember" => "who holds it lacks the right in between",
            "Secret" or "ConfigMap" => "pods see the new content once they restart",
            _ when node.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal) => "so is all that it manages",
            _ => "the old one is not kept",
        };

    private static string OfDeleting(ResourceNode node) =>
        TypeNames.Last(node.Type) switch
        {
            "NodePool" when IsTpu(node) => $"{Nodes(node, "host", "drain")}, what serves on them stops",
            "NodePool" => $"{Nodes(node, "node", "drain")}, their pods wait for other nodes",
            "Cluster" => "all that runs in it stops",
            "LeaderWorkerSet" => $"{Pods(node)} stop, the model is not served any more",
            "Service" => "clients do not reach the model any more",
            "Namespace" => "everything in it is deleted",
            "Bucket" => "the update fails while it has objects, unless forceDestroy is set",
            "Account" => "what runs as it loses its rights",
            "PodMonitoring" => "metrics of its pods are not collected any more",
            "AlertPolicy" => "nobody is told any more",
            _ => "it is not kept",
        };

    private static string Protected(ResourceStep step) =>
        step.Old!.Options["protect"] is PlanBool { Value: true } ? "refused while protected, otherwise " : "";

    private static string Noun(ResourceNode node) =>
        TypeNames.Last(node.Type) switch
        {
            "NodePool" => "node pool",
            "Account" => "service account",
            "IAMMember" or "BucketIAMMember" => "grant",
            "Cluster" => "cluster",
            "Bucket" => "bucket",
            "Network" => "network",
            "Subnetwork" => "subnetwork",
            _ when node.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal) => "provider",
            var kind => kind,
        };

    private static bool RestartsPods(ResourceStep step) =>
        TypeNames.Last(step.Node.Type) == "LeaderWorkerSet"
        && step.Changes.Any(change => change.Touches("spec.leaderWorkerTemplate"));

    private static string Pods(ResourceNode set)
    {
        var spec = set.Inputs.Find("spec");
        var replicas = spec.Find("replicas") is { } some ? PlanNumbers.Of(some) : 1;
        var size = spec.Find("leaderWorkerTemplate", "size") is { } of ? PlanNumbers.Of(of) : 1;
        return replicas * size is { } pods ? Plural(pods, "pod") : "its pods";
    }

    private static bool IsTpu(ResourceNode pool) =>
        pool.Inputs.Find("nodeConfig", "machineType").AsText() is { } type
            && type.StartsWith("ct", StringComparison.Ordinal)
        || pool.Inputs.Find("placementPolicy", "tpuTopology") is not null;

    private static string Nodes(ResourceNode pool, string noun, string verb)
    {
        var inputs = pool.Inputs;
        var zones = inputs["nodeLocations"] is PlanList { Items.Length: > 0 } list ? list.Items.Length : 1;
        var fix = PlanNumbers.Of(inputs["nodeCount"]) * zones;
        var most =
            PlanNumbers.Of(inputs.Find("autoscaling", "maxNodeCount")) * zones
            ?? PlanNumbers.Of(inputs.Find("autoscaling", "totalMaxNodeCount"));
        return (fix ?? most ?? PlanNumbers.Of(inputs["initialNodeCount"]) * zones) switch
        {
            null => $"its {noun}s {verb}",
            1 => $"1 {noun} {verb}s",
            var number => $"{(fix is null && most is not null ? "up to " : "")}{number} {noun}s {verb}",
        };
    }

    private static string Plural(long number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
