namespace Infra.Preview.Commands;

/// <summary>Where commands write: data to one side, messages to the other. Each is opened when it is first asked for.</summary>
/// <param name="data">Opens what takes the data.</param>
/// <param name="messages">Opens what takes the messages.</param>
/// <param name="colour">Says whether data may hold colour.</param>
public sealed class Terminal(Func<TextWriter> data, Func<TextWriter> messages, Func<bool> colour)
{
    private const int Buffer = 32 * 1024;

    /// <summary>What was asked for; standard output.</summary>
    public TextWriter Data => field ??= data();

    /// <summary>Everything else; standard error.</summary>
    public TextWriter Messages => field ??= messages();

    /// <summary>Whether data may hold colour.</summary>
    public bool Colour => colour();

    /// <summary>The process's own terminal: colour where a person looks and <c>NO_COLOR</c> is not set.</summary>
    /// <remarks>Source: https://no-color.org.</remarks>
    public static Terminal OfProcess() =>
        new(
            () => new StreamWriter(Console.OpenStandardOutput(), bufferSize: Buffer),
            () => new StreamWriter(Console.OpenStandardError()) { AutoFlush = true },
            () => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        );
}
