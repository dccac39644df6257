using System.Collections.Immutable;
using System.Globalization;

namespace Bench;

/// <summary>Prints measurements as Markdown.</summary>
internal sealed class Report(TextWriter output, Measurements measured)
{
    private readonly ImmutableArray<Target> _targets = measured.Commands.Contains(Comparison.MocksManaged)
        ? Target.WithOfficialPackages
        : Target.WithStandIn;

    /// <summary>Prints all tables.</summary>
    /// <returns>Whether all targets are met.</returns>
    public bool Print(string machine)
    {
        output.WriteLine($"{machine}\n");
        PrintTable(
            "median time, ms",
            measured.Commands,
            (command, count) => Number(measured.Time(command, count), "0")
        );
        PrintTable(
            "peak memory, MiB",
            measured.Commands,
            (command, count) => Number(measured.Memory(command, count), "0")
        );
        PrintTable(
            "ratio and target",
            [.. _targets.Where(target => measured.Counts.Any(count => target.Value(measured, count) is not null))],
            Verdict
        );
        return _targets.All(target => measured.Counts.All(count => IsMet(target, count)));
    }

    private void PrintTable<T>(string title, IReadOnlyCollection<T> rows, Func<T, int, string> cell)
        where T : notnull
    {
        output.WriteLine($"| {title} | {Join(measured.Counts.Select(count => $"{count} servings"))} |");
        output.WriteLine($"| --- | {Join(measured.Counts.Select(_ => "---:"))} |");
        foreach (var row in rows)
        {
            var name = row is Target target ? target.Name : row.ToString();
            output.WriteLine($"| {name} | {Join(measured.Counts.Select(count => cell(row, count)))} |");
        }

        output.WriteLine();
    }

    private string Verdict(Target target, int count) =>
        (target.Value(measured, count), target.Limit(count)) switch
        {
            (null, _) => "",
            ({ } value, null) => Number(value, "0.00"),
            ({ } value, { } limit) =>
                $"{Number(value, "0.00")} {(IsMet(target, count) ? "≤" : "> **missed**")} {Number(limit, "0.##")}",
        };

    private bool IsMet(Target target, int count) => !(target.Value(measured, count) > target.Limit(count));

    private static string Number(double? value, string format) =>
        value?.ToString(format, CultureInfo.InvariantCulture) ?? "";

    private static string Join(IEnumerable<string> cells) => string.Join(" | ", cells);
}
