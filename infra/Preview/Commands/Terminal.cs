using System.Text;

namespace Infra.Preview.Commands;

/// <summary>Where commands write: data to one side, messages to the other.</summary>
/// <param name="Data">What was asked for; standard output.</param>
/// <param name="Messages">Everything else; standard error.</param>
/// <param name="Colour">Whether data may hold colour.</param>
public sealed record Terminal(TextWriter Data, TextWriter Messages, bool Colour)
{
    private const int Buffer = 32 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The process's own terminal: colour where a person looks and <c>NO_COLOR</c> is not set.</summary>
    /// <remarks>Source: https://no-color.org.</remarks>
    public static Terminal OfProcess() =>
        new(
            new StreamWriter(Console.OpenStandardOutput(), Utf8, Buffer),
            new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true },
            !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        );
}
