using System.Collections.Concurrent;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Infra.Tests.Validation.Properties;

/// <summary>Counts outcomes and reports them at the end of the run, even if a test failed.</summary>
public sealed class OutcomeCounter(IMessageSink sink) : IDisposable
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts one outcome.</summary>
    public void Add(string what) => _counts.AddOrUpdate(what, 1, (_, count) => count + 1);

    /// <summary>Returns the count of an outcome.</summary>
    public int GetCount(string what) => _counts.GetValueOrDefault(what);

    /// <inheritdoc />
    public void Dispose()
    {
        var lines = _counts
            .OrderBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => $"  {count.Key}: {count.Value}");
        sink.OnMessage(
            new DiagnosticMessage($"Random settings with {Seeded.Variable}={Seeded.Seed}:\n" + string.Join('\n', lines))
        );
    }
}
