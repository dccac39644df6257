using System.Collections.Immutable;

namespace Bench;

/// <summary>What was measured of each command at each number of servings.</summary>
internal sealed class Measurements
{
    private readonly Dictionary<(string Command, int Count), (double Time, double Memory)> _values = [];

    /// <summary>The numbers of servings, in the order of measuring.</summary>
    public ImmutableArray<int> Counts => [.. _values.Keys.Select(key => key.Count).Distinct()];

    /// <summary>The commands, in the order of measuring.</summary>
    public ImmutableArray<string> Commands => [.. _values.Keys.Select(key => key.Command).Distinct()];

    /// <summary>The median of a command's times in milliseconds; null where it was not measured.</summary>
    public double? Time(string command, int count) => Find(command, count)?.Time;

    /// <summary>The largest resident memory of a command in MiB; null where it was not measured.</summary>
    public double? Memory(string command, int count) => Find(command, count)?.Memory;

    /// <summary>Runs the commands in turn, so that whatever else the machine does meets all of them alike.</summary>
    public void Take(int count, ImmutableArray<TimedCommand> commands)
    {
        var runs = count < 1000 ? 21 : 7;
        foreach (var command in commands)
        {
            command.Time(); // reads files into the system's memory
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
