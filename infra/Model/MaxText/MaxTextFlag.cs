using System.Collections.Immutable;

namespace Infra.Model.MaxText;

/// <summary>A flag of MaxText in the default JetStream image; <c>flags.yaml</c> lists them.</summary>
internal sealed record MaxTextFlag
{
    private static readonly MaxTextFlags Data = DataFile.Read<MaxTextFlags>("MaxText/flags.yaml");

    /// <summary>Every flag, in the order of the file.</summary>
    public static ImmutableArray<MaxTextFlag> All { get; } = [.. Data.Flags, .. Data.Others.Flags];

    /// <summary>Names of flags that the image may know or not, because its commit is not published.</summary>
    public static ImmutableArray<string> Later => Data.Later;

    /// <summary>The axes over which a slice's devices are divided, in the order of MaxText's mesh.</summary>
    public static ImmutableArray<string> Axes { get; } =
    [.. All.Where(flag => flag.IsMeshAxis).Select(flag => flag.Name)];

    private static readonly Dictionary<string, MaxTextFlag> ByName = All.ToDictionary(
        flag => flag.Name,
        StringComparer.Ordinal
    );

    /// <summary>The flag's name, without leading dashes.</summary>
    public required string Name { get; init; }

    /// <summary>The type of its value.</summary>
    public required MaxTextFlagType Type { get; init; }

    /// <summary>Its value where it is not set; null where the program has no use for it.</summary>
    public string? Default { get; init; }

    /// <summary>What it is, as Markdown; null for a flag that is not offered to users.</summary>
    public string? Help { get; init; }

    /// <summary>The values that MaxText accepts; empty for every value of the type.</summary>
    public ImmutableArray<string> Allowed { get; init; } = [];

    /// <summary>Values to offer where others are as good.</summary>
    public ImmutableArray<string> Examples { get; init; } = [];

    /// <summary>Whether it is the size of an axis of the mesh.</summary>
    public bool IsMeshAxis { get; init; }

    /// <summary>The key of the serving's setting that it follows from; null for a flag that users set.</summary>
    public string? DerivedFrom { get; init; }

    /// <summary>The flag of a name; null for one that MaxText does not know.</summary>
    public static MaxTextFlag? Find(string name) => ByName.GetValueOrDefault(name);
}

/// <summary>The type of a flag's value.</summary>
internal enum MaxTextFlagType
{
    /// <summary>An integer.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>, in any case.</summary>
    Boolean,

    /// <summary>Any string.</summary>
    String,

    /// <summary>Values in brackets, separated by commas.</summary>
    List,
}
