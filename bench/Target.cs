using System.Collections.Immutable;

namespace Bench;

/// <summary>A performance target.</summary>
/// <param name="Name">The name of the measured value.</param>
/// <param name="Value">The value for a number of servings; null if it was not measured.</param>
/// <param name="Limit">The maximum for a number of servings; null if there is none.</param>
internal sealed record Target(string Name, Func<Measurements, int, double?> Value, Func<int, double?> Limit)
{
    private static readonly ImmutableArray<Target> Growths =
    [
        Growth(Comparison.Render),
        Growth(Comparison.Preview),
        Growth(Comparison.PreviewUnchanged),
        Growth(Comparison.PreviewChanged),
        Growth(Comparison.Check),
    ];

    /// <summary>The targets of a build with the stand-in.</summary>
    public static ImmutableArray<Target> WithStandIn { get; } =
    [
        Ratio(Comparison.Render, Comparison.HelmTemplate, AgainstHelm),
        Ratio(Comparison.Preview, Comparison.Render, _ => 2),
        Ratio(Comparison.PreviewUnchanged, Comparison.Preview, _ => 2),
        Ratio(Comparison.PreviewChanged, Comparison.Preview, _ => 2),
        .. Growths,
        new(
            "memory of render, MiB",
            (measured, count) => measured.Memory(Comparison.Render, count),
            count => count == 1000 ? 120 : null
        ),
    ];

    /// <summary>The targets of a build with the official packages, which spend most of the time in the SDK.</summary>
    public static ImmutableArray<Target> WithOfficialPackages { get; } =
    [
        Ratio(Comparison.Render, Comparison.MocksExisting, AgainstMocks),
        Ratio(Comparison.Preview, Comparison.MocksManaged, AgainstMocks),
        .. Growths,
    ];

    private static double? AgainstHelm(int count) =>
        count switch
        {
            2 => 2.5,
            10 => 2,
            100 => 1,
            1000 => 0.8,
            _ => null,
        };

    private static double? AgainstMocks(int count) => count >= 100 ? 1.15 : null;

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
