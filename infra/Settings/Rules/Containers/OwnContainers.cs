using Infra.Settings.Servings;

namespace Infra.Settings.Rules.Containers;

/// <summary>What the stack file says of a serving's containers.</summary>
internal static class OwnContainers
{
    /// <summary>The containers that it says something of, with their places and with what they are in the end.</summary>
    public static IEnumerable<(Report Place, ContainerSettings Written, ServingContainer Container)> Of(
        CheckedServing serving,
        Report report
    )
    {
        var written = serving.Written.Containers;
        var resolved = serving.Serving.Containers;
        (string Key, ContainerSettings? Written, ServingContainer Container)[] all =
        [
            ("pathwaysProxy", written?.PathwaysProxy, resolved.PathwaysProxy),
            ("pathwaysRm", written?.PathwaysRm, resolved.PathwaysRm),
            ("jaxTpu", written?.JaxTpu, resolved.JaxTpu),
            ("jetstreamHttp", written?.JetstreamHttp, resolved.JetstreamHttp),
            ("worker", written?.Worker, resolved.Worker),
        ];
        return all.Where(one => one.Written is not null)
            .Select(one => (report.At($"containers.{one.Key}"), one.Written!, one.Container));
    }
}
