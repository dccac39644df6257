using System.Text.Json;
using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>Writes plan values as JSON. What is unknown or secret is an object with one key that starts with <c>$</c>.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>{"$unknown": "cluster.endpoint"}</c>: known once that output is.</item>
/// <item><c>{"$secret": "DIGEST"}</c>: never shown; the digest of its ciphertext, or null where there is none.</item>
/// <item><c>{"$concat": ["gs://", {"$unknown": "bucket.name"}]}</c>: a string of several parts.</item>
/// <item><c>{"$map": {"$key": 1}}</c>: a map that itself has a key which starts with <c>$</c>.</item>
/// </list>
/// </remarks>
public static class PlanValueWriter
{
    internal const string Unknown = "$unknown";
    internal const string Secret = "$secret";
    internal const string Concat = "$concat";
    internal const string Map = "$map";

    /// <summary>Writes a value.</summary>
    public static void WriteValue(this Utf8JsonWriter json, PlanValue value)
    {
        switch (value)
        {
            case PlanBool flag:
                json.WriteBooleanValue(flag.Value);
                break;
            case PlanNumber number:
                json.WriteRawValue(number.Text);
                break;
            case PlanString { Literal: { } text }:
                json.WriteStringValue(text);
                break;
            case PlanString text:
                WriteParts(json, text);
                break;
            case PlanList list:
                WriteList(json, list);
                break;
            case PlanMap map:
                WriteMap(json, map);
                break;
        }
    }

    /// <summary>Whether a key marks an object as one of those above.</summary>
    internal static bool IsReserved(string key) => key.StartsWith('$');

    private static void WriteParts(Utf8JsonWriter json, PlanString text)
    {
        if (text.Segments is [var only])
        {
            WritePart(json, only);
            return;
        }

        json.WriteStartObject();
        json.WriteStartArray(Concat);
        foreach (var part in text.Segments)
        {
            WritePart(json, part);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePart(Utf8JsonWriter json, StringSegment part)
    {
        if (part is StringSegment.Literal literal)
        {
            json.WriteStringValue(literal.Text);
            return;
        }

        json.WriteStartObject();
        json.WriteString(
            part is StringSegment.Unknown ? Unknown : Secret,
            part is StringSegment.Unknown unknown ? unknown.Output : (part as StringSegment.Secret)?.Digest
        );
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, PlanList list)
    {
        json.WriteStartArray();
        foreach (var item in list.Items)
        {
            json.WriteValue(item);
        }

        json.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter json, PlanMap map)
    {
        json.WriteStartObject();
        var isWrapped = map.Entries.Any(entry => IsReserved(entry.Key));
        if (isWrapped)
        {
            json.WriteStartObject(Map);
        }

        foreach (var (name, value) in map.Entries)
        {
            json.WritePropertyName(name);
            json.WriteValue(value);
        }

        if (isWrapped)
        {
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
