using System.Collections.Immutable;

namespace Bench;

/// <summary>A relation that the measurements should keep.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Value">The value at a number of servings; null where it cannot be had.</param>
/// <param name="Limit">The most that it may be at a number of servings; null where it may be anything.</param>
internal sealed record Target(string Name, Func<Measurements, int, double?> Value, Func<int, double?> Limit)
{
    /// <summary>Every target.</summary>
    public static ImmutableArray<Target> All { get; } =
    [
        Ratio(
            Contest.Render,
            Contest.HelmTemplate,
            count =>
                count switch
                {
                    2 => 2.5,
                    10 => 2,
                    100 => 1,
                    1000 => 0.8,
                    _ => null,
                }
        ),
        Ratio(Contest.Preview, Contest.Render, _ => 2),
        Ratio(Contest.PreviewSame, Contest.Preview, _ => 2),
        Ratio(Contest.PreviewChanged, Contest.Preview, _ => 2),
        Growth(Contest.Render),
        Growth(Contest.Preview),
        Growth(Contest.PreviewSame),
        Growth(Contest.PreviewChanged),
        Growth(Contest.Check),
        new(
            "memory of render, MiB",
            (measured, count) => measured.Memory(Contest.Render, count),
            count => count == 1000 ? 120 : null
        ),
        Ratio(Contest.Render, Contest.MocksExisting, count => count >= 100 ? 1.15 : null),
        Ratio(Contest.Preview, Contest.MocksManaged, count => count >= 100 ? 1.15 : null),
    ];

    private static Target Ratio(string command, string other, Func<int, double?> limit) =>
        new(
            $"{command} : {other}",
            (measured, count) => measured.Time(command, count) / measured.Time(other, count),
            limit
        );

    private static Target Growth(string command) =>
        new(
            $"{command} at 1000 : at 100",
            (measured, count) => count == 1000 ? measured.Time(command, 1000) / measured.Time(command, 100) : null,
            _ => 12
        );
}
