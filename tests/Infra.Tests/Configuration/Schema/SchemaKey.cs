using System.Text.Json.Nodes;

namespace Infra.Tests.Configuration.Schema;

/// <summary>A key of the schema, and how a stack file looks that sets it and nothing else that is not required.</summary>
/// <param name="Path">The key's path.</param>
/// <param name="Schema">What its value has to be.</param>
/// <param name="Of">The stack file's line for a value.</param>
internal sealed record SchemaKey(string Path, JsonObject Schema, Func<string, string> Of)
{
    public static SchemaKey Top(string key, JsonObject schema) => new(key, schema, value => $"{key}: {value}");

    /// <summary>This key and all within it.</summary>
    public IEnumerable<SchemaKey> WithAllWithin()
    {
        var isList = Schema["items"] is JsonObject;
        var record = (isList ? Schema["items"] : Schema)!.AsObject();
        var isFlag = record.ContainsKey("maxProperties");
        var keys = isFlag ? null : record["properties"]?.AsObject();
        return
        [
            this,
            .. (keys ?? []).SelectMany(key => Within(key.Key, key.Value!.AsObject(), record, isList).WithAllWithin()),
        ];
    }

    private SchemaKey Within(string key, JsonObject schema, JsonObject record, bool isList)
    {
        var others = (record["required"]?.AsArray() ?? []).Select(name => (string)name!).Where(name => name != key);
        var beside =
            string.Concat(others.Select(name => $", {name}: a"))
            + (record.ContainsKey("anyOf") && key != "preset" ? ", preset: llama3.1-8b" : "");
        string Entry(string value) => $"{{ {key}: {value}{beside} }}";
        return new(
            $"{Path}{(isList ? "[]" : "")}.{key}",
            schema,
            value => Of(isList ? $"[ {Entry(value)} ]" : Entry(value))
        );
    }
}
