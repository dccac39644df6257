using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Model.Names;
using StackConfig.Reading;

namespace Infra.Commands;

/// <summary>A stack with one serving, before it has a file.</summary>
internal sealed partial record NewStack
{
    /// <summary>The serving.</summary>
    public required FittingServing Serving { get; init; }

    /// <summary>The model's checkpoint.</summary>
    public required GcsPath Checkpoint { get; init; }

    /// <summary>The Google Cloud project.</summary>
    public required ProjectId Project { get; init; }

    /// <summary>The region.</summary>
    public required Region Region { get; init; }

    /// <summary>The zone of the slices.</summary>
    public required Zone Zone { get; init; }

    /// <summary>The kind of capacity, as a stack file has it.</summary>
    public required string CapacityKind { get; init; }

    /// <summary>The reservation; null for another kind of capacity.</summary>
    public ReservationName? Reservation { get; init; }

    /// <summary>The text of the stack file.</summary>
    /// <param name="path">Where the file will be.</param>
    public string Write(StackPath path)
    {
        var text = new StringBuilder();
        var folder = Path.GetRelativePath(Path.GetDirectoryName(path.File)!, path.ProjectFolder).Replace('\\', '/');
        text.Append($"# yaml-language-server: $schema={folder}/Pulumi.schema.json\n");
        text.Append(
            $"# {Serving.Model.Setup.ModelName} {Format}. Slice: {Serving.Slice}. `explain KEY` and docs/settings.md explain every setting.\n"
        );
        text.Append("config:\n");
        foreach (var line in Settings())
        {
            text.Append(line.StartsWith(' ') ? $"  {line}\n" : $"  {path.Project}:{line}\n");
        }

        foreach (var (index, line) in ServingLines().Index())
        {
            text.Append($"    {(index == 0 ? "- " : "  ")}{line}\n");
        }

        return text.ToString();
    }

    private string Format => Serving.IsQuantized ? "quantized to int8" : "in bf16";

    private IEnumerable<string> Settings() =>
        [
            "environment: dev # or prod, which protects the cluster from deletion",
            $"project: {Quote(Project.Text)}",
            $"region: {Region}",
            $"zone: {Zone} # of the TPU slices",
            "cluster:",
            "  managed:",
            "    enableApis: true # needs roles/serviceusage.serviceUsageAdmin; remove it where the APIs are enabled",
            "servings:",
        ];

    private IEnumerable<string> ServingLines() =>
        [
            $"name: {Serving.Name}",
            .. Serving.SliceLines,
            $"checkpoint: {Quote(Checkpoint.Text)} # {Format}, in MaxText's format: docs/checkpoints.md",
            "capacity:",
            $"  kind: {CapacityKind} # on-demand, spot, reservation or flex-start",
            .. Reservation is null ? Array.Empty<string>() : [$"  reservation: {Quote(Reservation.ToString()!)}"],
            .. Serving.MaxTextLines,
        ];

    private static string Quote(string text) => Plain().IsMatch(text) ? text : JsonSerializer.Serialize(text);

    [GeneratedRegex(
        @"\A[A-Za-z]([A-Za-z0-9/._:=+-]*[A-Za-z0-9/._=+-])?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Plain();
}
