using Infra.Model.Servings;

namespace Infra.Validation.Containers;

/// <summary>The settings of one container, with where problems of it are reported.</summary>
/// <param name="Place">Where problems are reported.</param>
/// <param name="Container">The settings.</param>
internal sealed record OwnContainer(Report Place, ContainerSettings Container);

/// <summary>The containers of a serving.</summary>
internal static class OwnContainers
{
    /// <summary>Every container.</summary>
    public static IEnumerable<OwnContainer> Of(CheckedServing serving, Report report) =>
        serving.Serving.Containers.All.Select(one => new OwnContainer(
            report.At($"containers.{one.Key}"),
            one.Container
        ));
}
