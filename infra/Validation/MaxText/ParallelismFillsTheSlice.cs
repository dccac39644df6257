using Infra.Model.MaxText;

namespace Infra.Validation.MaxText;

/// <summary>The parallelisms of a slice multiply to its chips; at most one is -1, and every other is at least 1.</summary>
/// <remarks>
/// Source: <c>fill_unspecified_mesh_axes</c> in MaxText, which compares them with the devices of one slice. What is not set counts too:
/// <c>ici_fsdp_parallelism</c> is -1 then.
/// </remarks>
public sealed class ParallelismFillsTheSlice : ServingRule
{
    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        if (serving.Mesh is not { Fits: false } mesh)
        {
            return;
        }

        var wrong = mesh.Axes.Where(axis => axis.Size is not SliceMesh.Rest and < 1).ToList();
        foreach (var axis in wrong)
        {
            report
                .AtFlag(serving, axis.Name)
                .Error("", $"{axis.Name} is {axis.Size}; accepted: a whole number of at least 1, or -1");
        }

        var open = mesh.Open.Select(axis => axis.Name).ToList();
        if (open.Count > 1)
        {
            var place = report.AtFlag(serving, Set(serving, open));
            place.Error(
                "",
                $"{string.Join(" and ", open)} are -1{Hint(serving, open)}; accepted: -1 for at most one of them"
            );
        }
        else if (wrong.Count == 0)
        {
            report.AtFlag(serving, Set(serving, mesh.Axes.Select(axis => axis.Name))).Error("", Product(mesh, open));
        }
    }

    private static string Product(SliceMesh mesh, List<string> open)
    {
        var factors = string.Join(
            " × ",
            mesh.Axes.Where(axis => axis.Size is not (1 or SliceMesh.Rest)).Select(axis => $"{axis.Name} {axis.Size}")
        );
        var shown = factors.Length == 0 ? "all parallelisms are 1" : $"{factors} is {mesh.Product}";
        return open.Count == 0
            ? $"{shown}, and a slice has {mesh.Chips} chips; accepted: ici_*_parallelism flags whose product is {mesh.Chips}, one of them possibly -1"
            : $"{shown}, which does not divide the {mesh.Chips} chips of a slice, so nothing is left for {open[0]}; accepted: a product that divides {mesh.Chips}";
    }

    private static string Hint(CheckedServing serving, List<string> open) =>
        open.Contains("ici_fsdp_parallelism") && serving.MaxText.Flags.Find("ici_fsdp_parallelism") is null
            ? " (ici_fsdp_parallelism is when it is not set)"
            : "";

    /// <summary>The last of the flags that the stack file sets, at which the problem is shown.</summary>
    private static string Set(CheckedServing serving, IEnumerable<string> names) =>
        names.LastOrDefault(name =>
            serving.Serving.MaxText.Flags.Find(name) is { } flag && serving.Sources.KeyOf(flag) is not null
        ) ?? "";
}
