using System.Collections.Immutable;

namespace StackConfig.Binding;

/// <summary>Flags in order, each name once.</summary>
/// <param name="Flags">The flags.</param>
public sealed record FlagList(ImmutableArray<FlagSetting> Flags)
{
    /// <summary>No flags.</summary>
    public static FlagList Empty { get; } = new([]);

    /// <summary>The flags as <c>name=value</c>.</summary>
    public IEnumerable<string> Texts => Flags.Select(flag => $"{flag.Name}={flag.Value}");

    /// <summary>Makes a list of names and values.</summary>
    public static FlagList Create(params (string Name, string Value)[] flags) =>
        new([.. Array.ConvertAll(flags, flag => new FlagSetting(flag.Name, flag.Value))]);

    /// <summary>The flag of that name, or null.</summary>
    public FlagSetting? Find(string name) => Flags.FirstOrDefault(flag => flag.Name == name);

    /// <summary>These flags with one changed where it stands, or appended.</summary>
    public FlagList With(string name, string value)
    {
        var flag = new FlagSetting(name, value);
        return Find(name) is { } former ? new(Flags.Replace(former, flag)) : new(Flags.Add(flag));
    }

    /// <inheritdoc />
    public bool Equals(FlagList? other) => other is not null && Flags.SequenceEqual(other.Flags);

    /// <inheritdoc />
    public override int GetHashCode() => Flags.Aggregate(0, HashCode.Combine);
}

/// <summary>One flag.</summary>
/// <param name="Name">Its name, without leading dashes.</param>
/// <param name="Value">Its value.</param>
public sealed record FlagSetting(string Name, string Value);
