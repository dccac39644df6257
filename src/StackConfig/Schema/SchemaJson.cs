using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using StackConfig.Binding;

namespace StackConfig.Schema;

/// <summary>Values as JSON.</summary>
internal static class SchemaJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>How a string is written on one line.</summary>
    internal static JsonSerializerOptions OneLine { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A schema as the text of a file.</summary>
    internal static string Text(JsonObject schema) => schema.ToJsonString(Options) + "\n";

    /// <summary>A schema that only explains.</summary>
    internal static JsonObject Described(DocText text)
    {
        var schema = new JsonObject { ["description"] = text.Plain };
        if (text.Plain != text.Markdown)
        {
            schema["markdownDescription"] = text.Markdown;
        }

        return schema;
    }

    /// <summary>Strings, where null means no value.</summary>
    internal static JsonArray List(ImmutableArray<string?> texts) =>
        [.. texts.Select(text => text is null ? null : JsonValue.Create(text))];

    /// <summary>What a stack file holds where these stand in it without quotes.</summary>
    internal static JsonArray Plain(ImmutableArray<string> texts) => [.. texts.Select(Plain)];

    /// <summary>The types that a value may be of: one name, or several.</summary>
    internal static JsonNode Type(ImmutableArray<string> types, bool mayBeNull) =>
        types is [var only] && !mayBeNull ? only : List(mayBeNull ? [.. types, "null"] : [.. types]);

    /// <summary>A number: whole where it has no fraction.</summary>
    internal static JsonNode Number(object number)
    {
        var value = Convert.ToDecimal(number, CultureInfo.InvariantCulture);
        return value == decimal.Truncate(value) ? (JsonNode)(long)value : value;
    }

    /// <summary>The value of a setting as a stack file would hold it; null for none and for nothing in it.</summary>
    internal static JsonNode? Value(object? value) =>
        value switch
        {
            null => null,
            bool truth => truth,
            int or long or double => Number(value),
            Enum member => ScalarBinding.EnumText(member),
            FlagList => null,
            IReadOnlyDictionary<string, string?> map => Map(map),
            IEnumerable and not string => null,
            _ => value.ToString(),
        };

    private static JsonObject? Map(IReadOnlyDictionary<string, string?> map) =>
        map.Count == 0 ? null : new(map.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value)));

    /// <summary>What a stack file holds where a string stands in it without quotes.</summary>
    internal static JsonNode Plain(string text) =>
        bool.TryParse(text, out var truth) ? truth
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : text;
}
