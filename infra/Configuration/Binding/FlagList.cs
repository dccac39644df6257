using System.Collections.Immutable;

namespace Infra.Configuration.Binding;

/// <summary>Flags in order, each name once.</summary>
/// <param name="Flags">The flags.</param>
public sealed record FlagList(ImmutableArray<FlagSetting> Flags)
{
    /// <summary>No flags.</summary>
    public static FlagList Empty { get; } = new([]);

    /// <summary>The flags as <c>name=value</c>, without those that have no value.</summary>
    public IEnumerable<string> Texts =>
        Flags.Where(flag => flag.Value is not null).Select(flag => $"{flag.Name}={flag.Value}");

    /// <summary>Makes a list of names and values.</summary>
    public static FlagList Of(params (string Name, string? Value)[] flags) =>
        new([.. Array.ConvertAll(flags, flag => new FlagSetting(flag.Name, flag.Value))]);

    /// <summary>The flag of that name, or null.</summary>
    public FlagSetting? Find(string name) => Flags.FirstOrDefault(flag => flag.Name == name);

    /// <summary>
    /// These flags with <paramref name="changes"/>: one that is here keeps its place and takes the new value, or goes when the new
    /// value is null; one that is not is appended.
    /// </summary>
    public FlagList With(FlagList changes) =>
        new([
            .. Flags
                .Select(flag => changes.Find(flag.Name) ?? flag)
                .Concat(changes.Flags.Where(flag => Find(flag.Name) is null))
                .Where(flag => flag.Value is not null),
        ]);

    /// <summary>These flags with one changed or added.</summary>
    public FlagList With(string name, string value) => With(Of((name, value)));

    /// <inheritdoc />
    public bool Equals(FlagList? other) => other is not null && Flags.SequenceEqual(other.Flags);

    /// <inheritdoc />
    public override int GetHashCode() => Flags.Aggregate(0, HashCode.Combine);
}

/// <summary>One flag.</summary>
/// <param name="Name">Its name, without leading dashes.</param>
/// <param name="Value">Its value; null to remove it from the list that this one is laid over.</param>
public sealed record FlagSetting(string Name, string? Value);
