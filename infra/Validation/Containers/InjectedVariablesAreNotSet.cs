namespace Infra.Validation.Containers;

/// <summary>Variables that LeaderWorkerSet or the serving itself sets are not set by hand: the pods would not find each other.</summary>
/// <remarks>
/// Source: <c>pod_utils.go</c> and <c>tpu.go</c> of LWS, which replaces its own and leaves out all TPU variables where one of them is set.
/// </remarks>
public sealed class InjectedVariablesAreNotSet : ServingRule
{
    private static readonly string[] Injected =
    [
        "LWS_LEADER_ADDRESS",
        "LWS_GROUP_SIZE",
        "LWS_WORKER_INDEX",
        "TPU_NAME",
        "TPU_WORKER_ID",
        "TPU_WORKER_HOSTNAMES",
        "TPU_PROCESS_ADDRESSES",
        "TPU_PROCESS_PORT",
    ];

    private static readonly string[] OfManager = ["HOST_ADDRESS", "TPU_SKIP_MDS_QUERY"];

    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        foreach (var (place, container) in OwnContainers.Of(serving, report))
        {
            var taken = ReferenceEquals(container, serving.Serving.Containers.PathwaysRm)
                ? Injected.Concat(OfManager)
                : Injected;
            foreach (var variable in container.Env.Where(one => taken.Contains(one.Name.Text)))
            {
                place
                    .At(serving, variable, "env")
                    .Error("name", $"{variable.Name} is set for the container already; accepted: any other variable");
            }
        }
    }
}
