using System.Text.Json.Nodes;
using Infra.Configuration;

namespace Infra.Tests.Configuration.Schema;

/// <summary>Every key of the schema with every kind of value.</summary>
public sealed class EveryKeyTests
{
    private static readonly string[] Values =
    [
        "null",
        "true",
        "0",
        "1",
        "-1",
        "1.33",
        "2000000",
        "a",
        "A b",
        "dev",
        "4x4",
        "us-east5",
        "us-east5-b",
        "my-project",
        "gs://bucket/path",
        "10.0.0.0/20",
        "7d",
        "v0.10.0",
        "on-demand",
        "\"2025-01-04T00:00:00+0\"",
        "[]",
        "[ a ]",
        "[ { a: b } ]",
        "{}",
        "{ a: b }",
        "{ secure: v1:a }",
    ];

    /// <summary>What a pattern cannot express: numbers, and a map that Pulumi takes for an encrypted value.</summary>
    private static readonly string[] OnlyTheProgramRefuses = ["0", "1", "-1", "1.33", "2000000", "{ secure: v1:a }"];

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Schema_and_program_refuse_the_same_files_with_few_exceptions()
    {
        using var judgment = new SchemaVsBinder();
        var (agreed, looser, stricter) = (0, new List<(string, string Value)>(), new List<(string, string Value)>());
        foreach (var key in Keys())
        {
            foreach (var value in Values)
            {
                var stackFile = SchemaVsBinder.StackFile(Place(key.Path) + key.Of(value));
                var (bySchema, byBinder) = (
                    await SchemaVsBinder.SchemaAcceptsAsync(stackFile),
                    judgment.BinderAccepts(stackFile)
                );
                agreed += bySchema == byBinder ? 1 : 0;
                (bySchema ? looser : stricter).AddRange(bySchema == byBinder ? [] : [(key.Path, value)]);
            }
        }

        Assert.Empty(stricter);
        Assert.All(looser, one => Assert.Contains(one.Value, OnlyTheProgramRefuses));
        Assert.InRange(agreed, 40 * looser.Count, int.MaxValue);
    }

    [Fact]
    public void Every_key_is_explained_and_a_default_that_is_named_is_the_one_that_holds() =>
        Assert.All(
            AllKeys(),
            key =>
            {
                var text = (string)key.Schema["description"]!;
                Assert.NotEmpty(text);
                if (key.Schema["default"] is JsonValue value && text.Contains("Default", StringComparison.Ordinal))
                {
                    Assert.Contains($"Default {value}", text, StringComparison.Ordinal);
                }
            }
        );

    /// <summary>What a stack needs whose cluster a test sets.</summary>
    private static string Place(string path) =>
        path.StartsWith("cluster", StringComparison.Ordinal)
            ? "project: my-project\nregion: us-east5\nzone: us-east5-b\n"
            : "";

    /// <summary>Every key whose value has to be something else than those of all others.</summary>
    private static IEnumerable<SchemaKey> Keys() => AllKeys().DistinctBy(key => Undescribed(key.Schema));

    private static IEnumerable<SchemaKey> AllKeys()
    {
        var definitions = JsonNode.Parse(StackSettingsSchema.Create().ToJson())!["definitions"]!.AsObject();
        return definitions.SelectMany(definition =>
            SchemaKey.Top(definition.Key, definition.Value!.AsObject()).WithAllWithin()
        );
    }

    private static string Undescribed(JsonObject schema) =>
        new JsonObject(
            schema
                .Where(part => part.Key is not ("description" or "markdownDescription" or "default"))
                .Select(part => KeyValuePair.Create(part.Key, part.Value?.DeepClone()))
        ).ToJsonString();
}
