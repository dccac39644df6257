namespace Infra.Validation.LeaderWorkerSets;

/// <summary>The names that a LeaderWorkerSet derives from its own stay short enough for the labels of its pods.</summary>
/// <remarks>
/// Source: the troubleshooting page of LWS, whose limit is 51 − int(replicas / 10). Nothing refuses a longer name: the workers just never
/// come.
/// </remarks>
public sealed class NamesLeaveRoomForPods : ServingRule
{
    private const int Longest = 51;

    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        var (name, replicas) = (serving.Serving.Name, serving.Serving.Replicas);
        var limit = Longest - (replicas / 10);
        if (name.Length > limit)
        {
            var accepted = limit > 0 ? $"at most {limit} characters, or fewer replicas" : "fewer replicas";
            report.Error(
                "name",
                $"is too long for the pods of {replicas} replicas ({name.Length} characters); accepted: {accepted}"
            );
        }
    }
}
