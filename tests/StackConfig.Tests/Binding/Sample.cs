using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using StackConfig.Binding;

namespace StackConfig.Tests.Binding;

public enum Capacity
{
    OnDemand,
    Spot,
    FlexStart,
}

public sealed record Size(int Rows, int Columns);

public sealed record Sample
{
    public required string Name { get; init; }

    public required IReadOnlyList<Pool> Pools { get; init; }

    public Pool Main { get; init; } = new() { Size = new Size(1, 1) };

    public int Replicas { get; init; } = 3;

    [Range(0.5, 2)]
    public double Factor { get; init; } = 1;

    public bool Protect { get; init; } = true;

    public FlagList? Flags { get; init; }

    public IReadOnlyDictionary<string, string?> Labels { get; init; } =
        ImmutableSortedDictionary<string, string?>.Empty;

    public IReadOnlyDictionary<string, int> Ports { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    [MinLength(1)]
    public ImmutableArray<string> Zones { get; init; } = ["a"];

    public string Derived => Name + "!";
}

public sealed record Pool
{
    public required Size Size { get; init; }

    public Capacity Capacity { get; init; } = Capacity.OnDemand;

    [Range(1, 64)]
    public int? Nodes { get; init; }

    [Range(1, long.MaxValue)]
    public long Budget { get; init; } = 10;

    [
        RegularExpression("[a-z]+", MatchTimeoutInMilliseconds = 1000),
        Length(2, 5),
        Expected("2 to 5 lower-case letters")
    ]
    public string? Zone { get; init; }
}

internal static class Samples
{
    private static readonly Dictionary<Type, ScalarType> Types = new()
    {
        [typeof(Size)] = new(
            "a size such as 2x4",
            text => text.Split('x') is [var rows, var columns] ? Parsed(rows, columns) : null
        ),
    };

    public static SettingsBinder Binder => new(Types);

    private static Size? Parsed(string rows, string columns) =>
        int.TryParse(rows, out var r) && int.TryParse(columns, out var c) ? new Size(r, c) : null;
}
