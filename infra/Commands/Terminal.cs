using System.Text;

namespace Infra.Commands;

/// <summary>The output of commands: data to standard output, messages to standard error. Each is opened on first use.</summary>
public sealed class Terminal
{
    private const int Buffer = 32 * 1024;

    /// <summary>Standard output, for data. Rejects half a surrogate pair.</summary>
    public TextWriter Output => field ??= new StreamWriter(Console.OpenStandardOutput(), bufferSize: Buffer);

    /// <summary>Standard error, for messages.</summary>
    public TextWriter Error =>
        field ??= new StreamWriter(
            Console.OpenStandardError(),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
        )
        {
            AutoFlush = true,
        };

    /// <summary>Whether to color the output: it goes to a terminal and <c>NO_COLOR</c> is not set.</summary>
    /// <remarks>Source: https://no-color.org.</remarks>
    public static bool UseColor =>
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
}
