using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace StackConfig.Schema;

/// <summary>Keys that only some stack files need, as alternatives of a JSON Schema.</summary>
/// <remarks><c>if</c> and <c>then</c> would say the same, but fewer validators know them. Editors show what the first alternative misses.</remarks>
internal static class RequiredKeys
{
    private static readonly string[] EscKeys = ["environment", "mainEnvironment"];

    /// <summary>Requires what a record has no default for, where it names no preset.</summary>
    /// <param name="schema">The schema of the record.</param>
    /// <param name="keys">The keys of the record.</param>
    /// <param name="presetKey">The key that names a preset.</param>
    internal static void AddWithoutPreset(JsonObject schema, ImmutableArray<SettingDescription> keys, string presetKey)
    {
        if (keys.Any(key => key.Key == presetKey) && WithoutPreset(keys) is { } required)
        {
            schema["anyOf"] = new JsonArray(required, Required([presetKey]));
        }
    }

    /// <summary>Requires keys of the project in a stack file.</summary>
    /// <param name="schema">The schema of the stack file.</param>
    /// <param name="project">The project's name.</param>
    /// <param name="model">The settings.</param>
    internal static void AddForStack(JsonObject schema, string project, SettingsModel model)
    {
        if (model.RequiredUnless is not var (key, below))
        {
            return;
        }

        var (cluster, other) = ($"{project}:{key}", new JsonObject());
        other["required"] = SchemaJson.List([cluster]);
        other["properties"] = new JsonObject { [cluster] = Required([below]) };
        var required = Required([.. model.Required.Select(name => $"{project}:{name}")]);
        schema["anyOf"] = new JsonArray([
            Below("config", required),
            .. EscKeys.Select(environment => Required([environment])),
            Below("config", other),
        ]);
    }

    private static JsonObject? WithoutPreset(ImmutableArray<SettingDescription> keys)
    {
        ImmutableArray<string> names = [.. keys.Where(key => key.IsRequiredWithoutPreset).Select(key => key.Key)];
        var below = keys.Select(key => (key.Key, Schema: WithoutPreset(key.Within)))
            .Where(key => key.Schema is not null)
            .ToList();
        if (names.IsEmpty && below.Count == 0)
        {
            return null;
        }

        var schema = Required(names);
        schema["properties"] = new JsonObject(below.Select(key => KeyValuePair.Create(key.Key, (JsonNode?)key.Schema)));
        return schema;
    }

    private static JsonObject Required(ImmutableArray<string> keys) =>
        new() { ["required"] = SchemaJson.List([.. keys]) };

    private static JsonObject Below(string key, JsonObject schema) =>
        new() { ["properties"] = new JsonObject { [key] = schema } };
}
