using System.Text;

namespace Infra.Commands;

/// <summary>Where the commands of a process write: data to one side, messages to the other. Each is opened when it is first asked for.</summary>
public sealed class Terminal
{
    private const int Buffer = 32 * 1024;

    /// <summary>What was asked for; standard output. Refuses half a surrogate pair, which no data holds.</summary>
    public TextWriter Output => field ??= new StreamWriter(Console.OpenStandardOutput(), bufferSize: Buffer);

    /// <summary>AllChanges else; standard error.</summary>
    public TextWriter Error =>
        field ??= new StreamWriter(
            Console.OpenStandardError(),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
        )
        {
            AutoFlush = true,
        };

    /// <summary>Whether data may hold colour: a person looks and <c>NO_COLOR</c> is not set.</summary>
    /// <remarks>Source: https://no-color.org.</remarks>
    public static bool UseColor =>
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
}
