using System.Diagnostics;
using System.Globalization;
using System.Text;
using OfflinePreview.Output;

namespace Infra.Commands;

/// <summary>The output of commands: data to standard output, messages to standard error. Each is opened on first use.</summary>
public sealed class Terminal
{
    private const int Buffer = 32 * 1024;

    private readonly bool _isConsole;

    /// <summary>Writes to the process's standard output and standard error.</summary>
    public Terminal() => _isConsole = true;

    /// <summary>Reads and writes elsewhere, without colors.</summary>
    public Terminal(TextWriter output, TextWriter error, Stream? input = null)
    {
        Output = output;
        Error = error;
        Input = input ?? Stream.Null;
    }

    /// <summary>Standard input.</summary>
    public Stream Input
    {
        get => field ??= Console.OpenStandardInput();
        private init;
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

    /// <summary>Whether messages include durations and stack traces.</summary>
    public bool IsVerbose { get; set; }

    /// <summary>Does a step of a command, and reports its duration if messages are verbose.</summary>
    /// <typeparam name="T">The result of the step.</typeparam>
    /// <param name="step">The step, such as <c>Evaluating dev</c>.</param>
    /// <param name="work">Does it.</param>
    public async Task<T> MeasureAsync<T>(string step, Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await work();
        if (IsVerbose)
        {
            await Error.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{step}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.000} s"
                )
            );
        }

        return result;
    }

    /// <summary>The width of the lines on standard output; null if it is not a terminal, where lines have any length.</summary>
    public int? Width
    {
        get => field ?? (_isConsole && !Console.IsOutputRedirected ? TerminalWidth.Get() : null);
        init;
    }

    /// <summary>Whether to color standard output: it is a terminal with colors, and <c>NO_COLOR</c> is not set.</summary>
    /// <remarks>Source: https://no-color.org.</remarks>
    public bool UseColor => _isConsole && !Console.IsOutputRedirected && MayColor;

    private static bool MayColor =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>Writes a message for people to standard error, as wide and as colored as the terminal allows.</summary>
    public Task WriteMessageAsync(string message)
    {
        var isTerminal = _isConsole && !Console.IsErrorRedirected;
        var text = isTerminal ? TextWrap.Wrap(message, TerminalWidth.Get()) : message;
        return Error.WriteLineAsync(isTerminal && MayColor ? MessageColors.Colorize(text) : text);
    }
}
