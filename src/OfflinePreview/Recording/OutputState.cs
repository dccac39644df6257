using System.Collections.Immutable;
using System.Reflection;
using Pulumi;
using Pulumi.Utilities;

namespace OfflinePreview.Recording;

/// <summary>The state of an output.</summary>
/// <param name="Value">Its value; meaningless when it is not known.</param>
/// <param name="IsKnown">Whether it is known.</param>
/// <param name="IsSecret">Whether it is secret.</param>
/// <param name="Sources">The resources that it depends on.</param>
internal readonly record struct OutputState(
    object? Value,
    bool IsKnown,
    bool IsSecret,
    ImmutableHashSet<Resource> Sources
)
{
    // Types that are known here are compiled ahead of time.
    private static readonly Dictionary<Type, OutputReader> Common = new()
    {
        [typeof(bool)] = Read<bool>,
        [typeof(double)] = Read<double>,
        [typeof(int)] = Read<int>,
        [typeof(string)] = Read<string>,
        [typeof(ImmutableArray<object>)] = Read<ImmutableArray<object>>,
    };

    /// <summary>The reader of <c>Output&lt;T&gt;</c> and <c>Input&lt;T&gt;</c> where T is <paramref name="type"/>.</summary>
    public static OutputReader Reader(Type type) =>
        Common.GetValueOrDefault(type)
        ?? typeof(OutputState)
            .GetMethod(nameof(Read), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(type)
            .CreateDelegate<OutputReader>();

    // Waits for an output that is not there yet: the program has ended, so it is about to be.
    private static OutputState Read<T>(object source)
    {
        var output = source as Output<T> ?? ((Input<T>)source).ToOutput();
        return new OutputState(
            OutputUtilities.GetValueAsync(output).GetAwaiter().GetResult(),
            OutputUtilities.GetIsKnownAsync(output).GetAwaiter().GetResult(),
            Pulumi.Output.IsSecretAsync(output).GetAwaiter().GetResult(),
            OutputUtilities.GetDependenciesAsync(output).GetAwaiter().GetResult()
        );
    }
}

/// <summary>Reads an output or an input.</summary>
/// <param name="source">The output or input.</param>
internal delegate OutputState OutputReader(object source);
