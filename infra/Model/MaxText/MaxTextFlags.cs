using System.Collections.Immutable;

namespace Infra.Model.MaxText;

/// <summary>The contents of <c>flags.yaml</c>.</summary>
internal sealed record MaxTextFlags
{
    /// <summary>The flags that the program reads or describes.</summary>
    public required ImmutableArray<MaxTextFlag> Flags { get; init; }

    /// <summary>The other flags.</summary>
    public required MaxTextFlagNames Others { get; init; }

    /// <summary>Names of flags that the image may know or not.</summary>
    public required ImmutableArray<string> Later { get; init; }
}

/// <summary>Names of flags, by the type of their values.</summary>
internal sealed record MaxTextFlagNames
{
    /// <summary>The names of flags whose value is <c>true</c> or <c>false</c>.</summary>
    public required ImmutableArray<string> Boolean { get; init; }

    /// <summary>The names of flags whose value is an integer.</summary>
    public required ImmutableArray<string> Integer { get; init; }

    /// <summary>The names of flags whose value is a number.</summary>
    public required ImmutableArray<string> Number { get; init; }

    /// <summary>The names of flags whose value is a string.</summary>
    public required ImmutableArray<string> String { get; init; }

    /// <summary>The names of flags whose value is a list.</summary>
    public required ImmutableArray<string> List { get; init; }

    /// <summary>The flags.</summary>
    public IEnumerable<MaxTextFlag> Flags =>
        [
            .. Of(MaxTextFlagType.Boolean, Boolean),
            .. Of(MaxTextFlagType.Integer, Integer),
            .. Of(MaxTextFlagType.Number, Number),
            .. Of(MaxTextFlagType.String, String),
            .. Of(MaxTextFlagType.List, List),
        ];

    private static IEnumerable<MaxTextFlag> Of(MaxTextFlagType type, ImmutableArray<string> names) =>
        names.Select(name => new MaxTextFlag { Name = name, Type = type });
}
