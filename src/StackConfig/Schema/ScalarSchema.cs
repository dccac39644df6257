using System.Text.Json.Nodes;
using StackConfig.Binding;

namespace StackConfig.Schema;

/// <summary>The JSON Schema of values that stand in one scalar.</summary>
internal sealed class ScalarSchema(SettingsModel model, ScalarBinding scalars, DocComments comments)
{
    private static readonly string[] Numbers = ["0", "1", "-1", "0.5", "1.33", "1234567"];
    private static readonly string[] TruthValues = ["true", "false"];
    private readonly ExpectedValueFormatter _words = new(model.ScalarTypes, new());

    /// <summary>Adds what a scalar has to be.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="shape">The scalar's shape.</param>
    /// <param name="mayBeNull">Whether there may be no value.</param>
    internal void Fill(JsonObject schema, ValueShape shape, bool mayBeNull)
    {
        schema["type"] = SchemaJson.Type([.. Types(shape)], mayBeNull);
        var known = scalars.Known(shape.Type);
        if (known.Length > 0 && scalars.OtherPattern(shape.Type) is { } pattern)
        {
            schema["anyOf"] = new JsonArray(
                new JsonObject { ["enum"] = SchemaJson.List(mayBeNull ? [.. known, null] : [.. known]) },
                new JsonObject { ["type"] = "string", ["pattern"] = pattern }
            );
        }
        else if (known.Length > 0)
        {
            schema["enum"] = SchemaJson.List(mayBeNull ? [.. known, null] : [.. known]);
            AddMemberTexts(schema, shape.Type);
        }
        else
        {
            AddText(schema, shape);
            AddRange(schema, shape.Rules);
        }
    }

    /// <summary>What is accepted, as a sentence; empty where that goes without saying.</summary>
    internal string Accepted(ValueShape shape)
    {
        var inner = scalars.Inner(shape);
        var goesWithoutSaying =
            !scalars.Binds(inner.Type)
            || inner.Type == typeof(bool)
            || scalars.Known(inner.Type).Length > 0
            || (inner.Type == typeof(string) && inner.Rules is { Pattern: null, Words: null });
        return goesWithoutSaying ? "" : $"Allowed: {_words.Format(inner)}.";
    }

    private IEnumerable<string> Types(ValueShape shape)
    {
        if (shape.Type == typeof(bool))
        {
            return ["boolean"];
        }

        if (shape.Type == typeof(int) || shape.Type == typeof(long))
        {
            return ["integer"];
        }

        return shape.Type == typeof(double) ? ["number"] : TextTypes(shape);
    }

    /// <summary>A string that looks like a number or a Boolean needs no quotes.</summary>
    private IEnumerable<string> TextTypes(ValueShape shape)
    {
        bool Allows(string text) => scalars.Value(shape, text) is not null;
        yield return "string";
        if (Numbers.Any(Allows))
        {
            yield return "number";
        }

        if (TruthValues.Any(Allows))
        {
            yield return "boolean";
        }
    }

    private void AddMemberTexts(JsonObject schema, Type type)
    {
        if (type.IsEnum)
        {
            var texts = ScalarBinding.BrowsableMembers(type).Select(member => comments.Summary(member).Markdown);
            schema["markdownEnumDescriptions"] = SchemaJson.List([.. texts]);
        }
    }

    private void AddText(JsonObject schema, ValueShape shape)
    {
        if (shape.Type == typeof(string) && shape.Rules.MinLength is { } min)
        {
            schema["minLength"] = min;
        }

        if (shape.Type == typeof(string) && shape.Rules.MaxLength is { } max)
        {
            schema["maxLength"] = max;
        }

        if (TextPattern.Find(shape) is { } pattern)
        {
            schema["pattern"] = pattern;
            schema["patternErrorMessage"] = $"Allowed: {_words.Format(shape)}";
        }
    }

    private static void AddRange(JsonObject schema, ValueRules rules)
    {
        if (rules.Range is { } range)
        {
            schema["minimum"] = SchemaJson.Number(range.Minimum);
            schema["maximum"] = SchemaJson.Number(range.Maximum);
        }
    }
}
