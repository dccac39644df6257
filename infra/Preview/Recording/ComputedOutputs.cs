using System.Collections.Immutable;

namespace Infra.Preview.Recording;

/// <summary>Answers in place of the cloud with placeholders: one for each text that a resource or a function puts out.</summary>
/// <remarks>A list has one element. What <see cref="OutputShapes"/> leaves out is not answered; the plan then names the resource.</remarks>
internal sealed class ComputedOutputs(SdkTypes types, Placeholders placeholders)
{
    private readonly OutputShapes _shapes = new(types);

    /// <summary>The state of the resource <paramref name="name"/> of class <paramref name="type"/>.</summary>
    public Dictionary<string, object> OfResource(string name, Type type) => Values(_shapes.OfResource(type), name, "");

    /// <summary>The answer of the function <paramref name="name"/>, whose result is of class <paramref name="type"/>.</summary>
    public Dictionary<string, object> OfFunction(string name, Type type) => Values(_shapes.OfFunction(type), name, "");

    private object Value(OutputShape shape, string owner, string path) =>
        shape switch
        {
            OutputShape.Fields fields => Values(fields, owner, $"{path}."),
            OutputShape.List list => new List<object> { Value(list.Item, owner, $"{path}[0]") },
            OutputShape.Map => ImmutableDictionary<string, object>.Empty,
            _ => placeholders.Unknown(owner, path),
        };

    private Dictionary<string, object> Values(OutputShape.Fields fields, string owner, string prefix)
    {
        var values = new Dictionary<string, object>(fields.All.Length, StringComparer.Ordinal);
        foreach (var field in fields.All)
        {
            values.Add(field.Name, Value(field.Shape, owner, prefix + field.Name));
        }

        return values;
    }
}
