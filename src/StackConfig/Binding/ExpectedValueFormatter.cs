using StackConfig.Reading;

namespace StackConfig.Binding;

/// <summary>Describes what is allowed, as the end of a message: "Allowed: …".</summary>
/// <param name="scalarTypes">How texts become values of further types.</param>
/// <param name="shapes">The keys that types accept.</param>
internal sealed class ExpectedValueFormatter(IReadOnlyDictionary<Type, ScalarType> scalarTypes, RecordShapes shapes)
{
    /// <summary>What a shape allows.</summary>
    internal string Format(ValueShape shape)
    {
        if (shape.Rules.Words is { } words)
        {
            return words;
        }

        if (scalarTypes.TryGetValue(shape.Type, out var scalar))
        {
            return scalar.Accepted;
        }

        if (shape.Type.IsEnum)
        {
            return AllowedValues.Format(AllowedValues.ForEnum(shape.Type));
        }

        return Scalar(shape) ?? Collection(shape);
    }

    /// <summary>What a node is, with its article.</summary>
    internal static string Kind(SettingNode node) =>
        node switch
        {
            ListNode => "a list",
            MapNode => "a map",
            ScalarNode { Kind: ScalarKind.Number } => "a number",
            ScalarNode { Kind: ScalarKind.Bool } => "a Boolean",
            ScalarNode => "a string",
            SecretNode => "encrypted",
            _ => "empty",
        };

    private static string? Scalar(ValueShape shape)
    {
        var range = shape.Rules.RangeWords();
        return shape.Type == typeof(string) ? Text(shape.Rules)
            : shape.Type == typeof(bool) ? "true, false"
            : shape.Type == typeof(int) || shape.Type == typeof(long) ? "an integer" + range
            : shape.Type == typeof(double) ? "a number" + range
            : null;
    }

    private static string Text(ValueRules rules)
    {
        var pattern = rules.Pattern is null ? "" : $" that matches {rules.Pattern}";
        return "a string" + rules.LengthWords("characters") + pattern;
    }

    private string Collection(ValueShape shape) =>
        shape.Form switch
        {
            ValueForm.Flags => "a list of `- name: value`",
            ValueForm.List => $"a list{shape.Rules.LengthWords("items")}, each {Format(shape.Argument(0))}",
            ValueForm.Map => $"a map, each value {Format(shape.Argument(1))}",
            _ => $"a map with the keys {shapes.Get(shape.Type).Keys}",
        };
}
