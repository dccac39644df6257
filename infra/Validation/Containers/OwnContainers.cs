using Infra.Model.Servings;

namespace Infra.Validation.Containers;

/// <summary>A container of which the stack file says something.</summary>
/// <param name="Place">Where it is said.</param>
/// <param name="Written">What is said.</param>
/// <param name="Container">What the container is in the end.</param>
internal sealed record OwnContainer(Report Place, ContainerSettings Written, ServingContainer Container);

/// <summary>What the stack file says of a serving's containers.</summary>
internal static class OwnContainers
{
    /// <summary>The containers that it says something of, with their places and with what they are in the end.</summary>
    public static IEnumerable<OwnContainer> Of(CheckedServing serving, Report report)
    {
        if (serving.Written.Containers is not { } written)
        {
            return [];
        }

        var resolved = serving.Serving.Containers;
        OwnContainer?[] all =
        [
            Of("pathwaysProxy", written.PathwaysProxy, resolved.PathwaysProxy),
            Of("pathwaysRm", written.PathwaysRm, resolved.PathwaysRm),
            Of("jaxTpu", written.JaxTpu, resolved.JaxTpu),
            Of("jetstreamHttp", written.JetstreamHttp, resolved.JetstreamHttp),
            Of("worker", written.Worker, resolved.Worker),
        ];
        return all.OfType<OwnContainer>();

        OwnContainer? Of(string key, ContainerSettings? own, ServingContainer container) =>
            own is null ? null : new(report.At($"containers.{key}"), own, container);
    }
}
