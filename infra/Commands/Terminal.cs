using System.Text;

namespace Infra.Commands;

/// <summary>The output of commands: data to standard output, messages to standard error. Each is opened on first use.</summary>
public sealed class Terminal
{
    private const int Buffer = 32 * 1024;

    private readonly bool _isConsole;

    /// <summary>Writes to the process's standard output and standard error.</summary>
    public Terminal() => _isConsole = true;

    /// <summary>Writes elsewhere, without colors.</summary>
    public Terminal(TextWriter output, TextWriter error)
    {
        Output = output;
        Error = error;
    }

    /// <summary>Standard output, for data. Rejects half a surrogate pair.</summary>
    public TextWriter Output
    {
        get => field ??= new StreamWriter(Console.OpenStandardOutput(), bufferSize: Buffer);
        private init;
    }

    /// <summary>Standard error, for messages.</summary>
    public TextWriter Error
    {
        get =>
            field ??= new StreamWriter(
                Console.OpenStandardError(),
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
            )
            {
                AutoFlush = true,
            };
        private init;
    }

    /// <summary>Whether to color the output: it goes to a terminal and <c>NO_COLOR</c> is not set.</summary>
    /// <remarks>Source: https://no-color.org.</remarks>
    public bool UseColor =>
        _isConsole
        && !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
}
