using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace StackConfig.Reading;

/// <summary>The events of a YAML document, as many and as deeply nested as a file of settings may need.</summary>
internal sealed class YamlEvents
{
    /// <summary>How deep lists and maps may be nested.</summary>
    internal const int MaxDepth = 60;

    private const int MaxCount = 250_000;

    private readonly Scanner _scanner;
    private readonly Parser _parser;

    /// <summary>For each list and map around the current event, whether it is written in brackets.</summary>
    private readonly Stack<bool> _brackets = new();
    private int _count;

    /// <summary>Starts reading a document.</summary>
    internal YamlEvents(string text)
    {
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>Whether the next value is a map.</summary>
    internal bool IsAtMap => _parser.Accept<MappingStart>(out _);

    /// <summary>Whether the last event was inside of <c>[]</c> or <c>{}</c>.</summary>
    internal bool IsInBrackets => _brackets.TryPeek(out var isInBrackets) && isInBrackets;

    /// <summary>Reads the single document; nothing of an empty text.</summary>
    /// <param name="readRoot">Reads the value at the root.</param>
    /// <exception cref="YamlException">The text is not YAML, or not one document.</exception>
    internal void ReadDocument(Action readRoot)
    {
        try
        {
            _parser.Consume<StreamStart>();
            if (_parser.TryConsume<DocumentStart>(out _))
            {
                readRoot();
                _parser.Consume<DocumentEnd>();
            }

            Require(
                _parser.Accept<StreamEnd>(out _),
                _parser.Current!,
                "a second document is not supported. Remove it."
            );
        }
        catch (Exception refused) when (refused is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet's answer to a tag that is not a URI, to half of a surrogate pair, and to some characters in brackets.
            throw new YamlException(
                _scanner.CurrentPosition,
                _scanner.CurrentPosition,
                "a character is not allowed here. Quote it.",
                refused
            );
        }
    }

    /// <summary>The next event.</summary>
    /// <exception cref="YamlException">The text is not YAML, or exceeds a limit.</exception>
    internal ParsingEvent Next()
    {
        var next = _parser.Consume<ParsingEvent>();
        Require(++_count <= MaxCount, next, $"the file contains more than {MaxCount} keys and values. Shorten it.");
        if (next is MappingEnd or SequenceEnd)
        {
            _brackets.Pop();
        }
        else if (next is MappingStart or SequenceStart)
        {
            Require(_brackets.Count < MaxDepth, next, $"lists and maps are nested more than {MaxDepth} levels deep.");
            _brackets.Push(
                IsInBrackets
                    || next is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow }
            );
        }

        return next;
    }

    /// <summary>Passes over the next value.</summary>
    internal void Skip() => _parser.SkipThisAndNestedEvents();

    /// <summary>Ends the reading unless a condition holds.</summary>
    internal static void Require(bool condition, ParsingEvent at, string message)
    {
        if (!condition)
        {
            throw new YamlException(at.Start, at.End, message);
        }
    }
}
