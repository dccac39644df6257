using System.Collections.Immutable;
using Infra.Model.MaxText;
using StackConfig.Binding;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>How MaxText divides the devices of a slice.</summary>
/// <remarks>
/// Sources: <c>fill_unspecified_mesh_axes</c> in MaxText, which compares the axes with the devices of one slice, where
/// <c>ici_fsdp_parallelism</c> is -1 by default; the axis rules of its configurations, which shard key-value heads over <c>tensor</c> and no
/// weight over <c>data</c>; <c>validate_multiple_slices</c>, which ends MaxText where an axis over slices finds only one.
/// </remarks>
internal static class MeshRules
{
    private const string Tensor = "ici_tensor_parallelism";
    private const string Data = "ici_data_parallelism";
    private const string Fsdp = "ici_fsdp_parallelism";

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Rule.ForServing("MeshSizeMismatch", CheckMesh),
        Rule.ForServing("SliceParallelismMismatch", CheckSlices),
        Rule.ForFlag(
            "TensorParallelismMismatch",
            Severity.Error,
            Tensor,
            one =>
                one is { Mesh: { Fits: true } mesh, MaxText.Architecture.KeyValueHeads: var heads }
                && heads % mesh.GetSize(Tensor) != 0
                    ? $"{Tensor} {mesh.GetSize(Tensor)} does not divide the {heads} key-value heads of the model. Allowed: "
                        + string.Join(", ", CommonDivisors(mesh.Devices, heads))
                    : null
        ),
        Rule.ForFlag(
            "DataParallelReplication",
            Severity.Warning,
            Data,
            one =>
                one.Mesh is { Fits: true } mesh && mesh.GetSize(Data) is > 1 and var copies
                    ? $"{Data} {copies} stores {copies} copies of all weights and the cache on each slice. Allowed without this warning: 1"
                    : null
        ),
    ];

    private static void CheckSlices(RuleContext stack, ServingContext one, DiagnosticSink diagnostics)
    {
        foreach (var flag in one.Serving.MaxText.Flags.Flags.Where(IsSliceAxis))
        {
            if (one.Serving.Slices == 1 && one.MaxText.GetInt(flag.Name) is not (null or 1 or SliceMesh.Inferred))
            {
                diagnostics
                    .ForFlag(one, flag.Name)
                    .Error(
                        "",
                        $"{flag.Name} {flag.Value} divides the model among slices, but a replica has only one slice. Allowed: 1, or -1"
                    );
            }
        }
    }

    private static bool IsSliceAxis(FlagSetting flag) =>
        flag.Name.StartsWith("dcn_", StringComparison.Ordinal) && MaxTextFlag.Find(flag.Name) is not null;

    private static IEnumerable<int> CommonDivisors(int one, int other) =>
        Enumerable.Range(1, one).Where(divisor => one % divisor == 0 && other % divisor == 0);

    private static void CheckMesh(RuleContext stack, ServingContext one, DiagnosticSink diagnostics)
    {
        if (one.Mesh is not { Fits: false } mesh)
        {
            return;
        }

        var invalid = mesh.Axes.Where(axis => axis.Size is not SliceMesh.Inferred and < 1).ToList();
        foreach (var axis in invalid)
        {
            diagnostics.ForFlag(one, axis.Name).Error("", $"{axis.Name} is {axis.Size}. Allowed: at least 1, or -1");
        }

        var inferred = mesh.InferredAxes.Select(axis => axis.Name).ToList();
        if (inferred.Count > 1)
        {
            diagnostics
                .ForFlag(one, LastSet(one, inferred))
                .Error(
                    "",
                    $"{string.Join(" and ", inferred)} are -1{Hint(one, inferred)}. Allowed: at most one of them"
                );
        }
        else if (invalid.Count == 0)
        {
            diagnostics
                .ForFlag(one, LastSet(one, mesh.Axes.Select(axis => axis.Name)))
                .Error("", Mismatch(mesh, inferred.SingleOrDefault()));
        }
    }

    private static string Mismatch(SliceMesh mesh, string? inferred)
    {
        var factors = mesh.Axes.Where(axis => axis.Size is not (1 or SliceMesh.Inferred)).ToList();
        var product = factors.Count switch
        {
            0 => "all ici_*_parallelism are 1",
            1 => $"{factors[0].Name} is {factors[0].Size}",
            _ => $"{string.Join(" × ", factors.Select(axis => $"{axis.Name} {axis.Size}"))} is {mesh.ExplicitProduct}",
        };
        return inferred is null
            ? $"{product}, but a slice has {mesh.Devices} devices. Allowed: values of ici_*_parallelism with the product {mesh.Devices}, at most one of them -1"
            : $"{product}, which does not divide the {mesh.Devices} devices of a slice, so {inferred} cannot be inferred. Allowed: a product that "
                + $"divides {mesh.Devices}";
    }

    private static string Hint(ServingContext one, List<string> inferred) =>
        inferred.Contains(Fsdp) && one.MaxText.Flags.Find(Fsdp) is null ? $" ({Fsdp} by default)" : "";

    /// <summary>The last of the flags that the stack file sets.</summary>
    private static string LastSet(ServingContext one, IEnumerable<string> names) =>
        names.LastOrDefault(one.SetsFlag) ?? "";
}
