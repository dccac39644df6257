using System.Collections.Immutable;

namespace Bench;

/// <summary>A relation that the measurements should keep.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Value">The value at a number of servings; null where it cannot be had.</param>
/// <param name="Limit">The most that it may be at a number of servings; null where it may be anything.</param>
internal sealed record Target(string Name, Func<Measurements, int, double?> Value, Func<int, double?> Limit)
{
    private static readonly ImmutableArray<Target> Growths =
    [
        Growth(Contest.Render),
        Growth(Contest.Preview),
        Growth(Contest.PreviewSame),
        Growth(Contest.PreviewChanged),
        Growth(Contest.Check),
    ];

    /// <summary>What a build with the stand-in should keep.</summary>
    public static ImmutableArray<Target> WithStandIn { get; } =
    [
        Ratio(Contest.Render, Contest.HelmTemplate, AgainstHelm),
        Ratio(Contest.Preview, Contest.Render, _ => 2),
        Ratio(Contest.PreviewSame, Contest.Preview, _ => 2),
        Ratio(Contest.PreviewChanged, Contest.Preview, _ => 2),
        .. Growths,
        new(
            "memory of render, MiB",
            (measured, count) => measured.Memory(Contest.Render, count),
            count => count == 1000 ? 120 : null
        ),
    ];

    /// <summary>What a build with the official packages should keep, most of whose time is not its own.</summary>
    public static ImmutableArray<Target> WithOfficialPackages { get; } =
    [
        Ratio(Contest.Render, Contest.MocksExisting, AgainstMocks),
        Ratio(Contest.Preview, Contest.MocksManaged, AgainstMocks),
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
