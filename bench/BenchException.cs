namespace Bench;

/// <summary>The benchmark cannot run; the message says why.</summary>
internal sealed class BenchException(string message) : Exception(message);
