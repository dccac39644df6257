using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Infra.Settings.Reading;

/// <summary>Parses the text of one YAML document into nodes with their lines.</summary>
internal sealed class YamlTreeParser
{
    /// <summary>How deep lists and maps may stand within each other.</summary>
    internal const int DeepestNode = 60;

    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);
    private readonly GoYamlLimits _limits;
    private readonly Scanner _scanner;
    private readonly Parser _parser;

    private YamlTreeParser(string text)
    {
        _limits = new GoYamlLimits(text);
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>The document's root; null when the text holds no document.</summary>
    /// <exception cref="YamlException">The text is no YAML, or more than one document.</exception>
    internal static YamlNode? Parse(string text)
    {
        var parser = new YamlTreeParser(text);
        try
        {
            return parser.Document();
        }
        catch (SyntaxErrorException broken)
        {
            parser._limits.CheckTab(broken);
            throw;
        }
        catch (Exception refused) when (refused is InvalidOperationException or ArgumentException)
        {
            // So says YamlDotNet of a tab in a flow list, of half a surrogate pair, and of a tag that is no URI.
            var at = parser._scanner.CurrentPosition;
            throw new SyntaxErrorException(at, at, "what stands here is not allowed");
        }
    }

    private YamlNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return null;
        }

        _limits.Check(_parser.Consume<DocumentStart>());
        var root = Node(DeepestNode, inFlow: false);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            throw new SemanticErrorException(
                second.Start,
                second.End,
                "a second document starts here; one is accepted"
            );
        }

        _parser.Consume<StreamEnd>();
        return root;
    }

    private YamlNode Node(int depth, bool inFlow)
    {
        var next = _parser.Consume<ParsingEvent>();
        _limits.Check(next, inFlow);
        if (depth == 0)
        {
            throw new SemanticErrorException(
                next.Start,
                next.End,
                $"lists and maps stand more than {DeepestNode} deep"
            );
        }

        return next switch
        {
            AnchorAlias alias => Aliased(alias),
            Scalar scalar => Anchored(scalar, OfScalar(scalar)),
            SequenceStart list => Anchored(list, new YamlList(Line(list), Tag(list), Items(list, depth - 1, inFlow))),
            MappingStart map => Anchored(map, new YamlMap(Line(map), Tag(map), Pairs(map, depth - 1, inFlow))),
            _ => throw new SyntaxErrorException(next.Start, next.End, "a value is expected here"),
        };
    }

    private YamlNode Aliased(AnchorAlias alias) =>
        _anchors.TryGetValue(alias.Value.Value, out var node)
            ? node
            : throw new AnchorNotFoundException(
                alias.Start,
                alias.End,
                $"no anchor `{alias.Value}` ends before this alias"
            );

    private YamlNode Anchored(NodeEvent start, YamlNode node)
    {
        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor.Value] = node;
        }

        return node;
    }

    private static YamlScalar OfScalar(Scalar scalar) =>
        new(Line(scalar), Tag(scalar), scalar.Value, Quoted: scalar.Style != ScalarStyle.Plain);

    private ImmutableArray<YamlNode> Items(SequenceStart list, int depth, bool inFlow)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(depth, inFlow || list.Style == SequenceStyle.Flow));
        }

        return items.ToImmutable();
    }

    private ImmutableArray<YamlPair> Pairs(MappingStart map, int depth, bool inFlow)
    {
        var pairs = ImmutableArray.CreateBuilder<YamlPair>();
        var flow = inFlow || map.Style == MappingStyle.Flow;
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            pairs.Add(new YamlPair(Node(depth, flow), Node(depth, flow)));
        }

        return pairs.ToImmutable();
    }

    private static int Line(ParsingEvent start) => (int)start.Start.Line;

    private static string? Tag(NodeEvent start) => start.Tag.IsEmpty ? null : start.Tag.Value;
}
