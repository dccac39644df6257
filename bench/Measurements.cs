using System.Collections.Immutable;

namespace Bench;

/// <summary>The measurements of each command for each number of servings.</summary>
internal sealed class Measurements
{
    private readonly Dictionary<(string Command, int Count), (double Time, double Memory)> _values = [];

    /// <summary>The numbers of servings, in order of measurement.</summary>
    public ImmutableArray<int> Counts => [.. _values.Keys.Select(key => key.Count).Distinct()];

    /// <summary>The commands, in order of measurement.</summary>
    public ImmutableArray<string> Commands => [.. _values.Keys.Select(key => key.Command).Distinct()];

    /// <summary>The median time of a command in milliseconds; null if it was not measured.</summary>
    public double? Time(string command, int count) => Find(command, count)?.Time;

    /// <summary>The peak resident memory of a command in MiB; null if it was not measured.</summary>
    public double? Memory(string command, int count) => Find(command, count)?.Memory;

    /// <summary>Runs the commands in alternation, so that other load affects all of them equally.</summary>
    /// <param name="count">The number of servings.</param>
    /// <param name="commands">The commands.</param>
    /// <param name="rounds">How often each is measured; null for the default.</param>
    public void Measure(int count, ImmutableArray<TimedCommand> commands, int? rounds)
    {
        var runs = rounds ?? (count < 1000 ? 21 : 7);
        foreach (var command in commands)
        {
            command.Time(); // fills the file cache
        }

        var times = Enumerable
            .Range(0, runs)
            .Select(_ => commands.Select(command => command.Time()).ToArray())
            .ToArray();
        foreach (var (index, command) in commands.Index())
        {
            var sorted = times.Select(round => round[index]).Order().ToArray();
            _values[(command.Name, count)] = (sorted[runs / 2], command.PeakMemory());
        }
    }

    private (double Time, double Memory)? Find(string command, int count) =>
        _values.TryGetValue((command, count), out var found) ? found : null;
}
