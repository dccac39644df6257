using System.Collections.Immutable;

namespace Infra.Preview.Recording;

/// <summary>Answers in place of the cloud with placeholders: one for each text that a resource or a function puts out.</summary>
/// <remarks>A list has one element. What <see cref="OutputShapes"/> leaves out is not answered; the plan then names the resource.</remarks>
internal sealed class ComputedOutputs(Placeholders placeholders)
{
    /// <summary>The state of the resource <paramref name="name"/> of class <paramref name="type"/>.</summary>
    public Dictionary<string, object> OfResource(string name, Type type) =>
        Values(OutputShapes.OfResource(type), placeholders.Of(name), "");

    /// <summary>The answer of the function <paramref name="name"/>, whose result is of class <paramref name="type"/>.</summary>
    public Dictionary<string, object> OfFunction(string name, Type type) =>
        Values(OutputShapes.OfFunction(type), placeholders.Of(name), "");

    private static object Value(OutputShape shape, Func<string, string> unknown, string path) =>
        shape switch
        {
            OutputShape.Fields fields => Values(fields, unknown, $"{path}."),
            OutputShape.List list => new List<object> { Value(list.Item, unknown, $"{path}[0]") },
            OutputShape.Map => ImmutableDictionary<string, object>.Empty,
            _ => unknown(path),
        };

    private static Dictionary<string, object> Values(
        OutputShape.Fields fields,
        Func<string, string> unknown,
        string prefix
    )
    {
        var values = new Dictionary<string, object>(fields.All.Length, StringComparer.Ordinal);
        foreach (var field in fields.All)
        {
            values.Add(field.Name, Value(field.Shape, unknown, prefix + field.Name));
        }

        return values;
    }
}
