using CsCheck;

namespace Infra.Tests.Validation.Properties;

/// <summary>Random values that depend only on a seed and a number, on any number of threads.</summary>
internal static class Seeded
{
    /// <summary>The environment variable that sets the seed.</summary>
    public const string Variable = "TEST_SEED";

    /// <summary>The seed of this run.</summary>
    public static ulong Seed { get; } =
        ulong.TryParse(Environment.GetEnvironmentVariable(Variable), out var seed)
            ? seed
            : (ulong)Random.Shared.NextInt64();

    /// <summary>Draws the value with a number.</summary>
    public static T Draw<T>(this Gen<T> values, int number) =>
        values.Generate(new PCG((uint)number, Seed), null, out _);
}
