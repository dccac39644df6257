namespace Bench;

/// <summary>What keeps the benchmark from running, in a sentence.</summary>
internal sealed class BenchException(string message) : Exception(message);
