using System.Text.Json;
using System.Text.Json.Nodes;
using SharpYaml;
using SharpYaml.Events;

namespace StackConfig.Tests.Reading;

/// <summary>Reads a stack file with another parser, and passes its settings on as the Pulumi CLI does.</summary>
/// <param name="resolve">What a scalar without quotes means.</param>
internal sealed class ReferenceReader(Func<string, JsonNode?> resolve)
{
    /// <summary>The text of each key below <c>config</c>; null where the file is not YAML to this parser, or a value not JSON.</summary>
    public Dictionary<string, string>? Read(string yaml)
    {
        try
        {
            var events = new EventReader(Parser.CreateParser(new StringReader(yaml)));
            events.Expect<StreamStart>();
            events.Expect<DocumentStart>();
            var config = Node(events)!["config"]!.AsObject();
            events.Expect<DocumentEnd>();
            events.Expect<StreamEnd>();
            return config.ToDictionary(entry => entry.Key, entry => Text(entry.Value), StringComparer.Ordinal);
        }
        catch (Exception refused) when (refused is YamlException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A string bare, nothing as the empty string, all else as JSON.</summary>
    private static string Text(JsonNode? value) =>
        value is null ? ""
        : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>()
        : value.ToJsonString();

    private JsonNode? Node(EventReader events)
    {
        if (events.Allow<SequenceStart>() is not null)
        {
            var list = new JsonArray();
            while (events.Allow<SequenceEnd>() is null)
            {
                list.Add(Node(events));
            }

            return list;
        }

        return events.Allow<MappingStart>() is null ? Scalar(events.Expect<Scalar>()) : Map(events);
    }

    private JsonObject Map(EventReader events)
    {
        var map = new JsonObject();
        while (events.Allow<MappingEnd>() is null)
        {
            var key = Scalar(events.Expect<Scalar>());
            map.Add(key?.GetValueKind() == JsonValueKind.String ? key.GetValue<string>() : $"!{key}", Node(events));
        }

        return map;
    }

    private JsonNode? Scalar(Scalar scalar) => scalar.Style == ScalarStyle.Plain ? resolve(scalar.Value) : scalar.Value;
}
