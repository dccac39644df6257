namespace OfflinePreview.Recording;

/// <summary>Creates placeholders for the outputs of resources and functions: one for each string.</summary>
/// <remarks>A list has one element. Outputs that <see cref="OutputShapes"/> omits have no placeholder; a plan then names the resource.</remarks>
internal sealed class ComputedOutputs(Placeholders placeholders)
{
    /// <summary>The outputs of the resource or function <paramref name="name"/>.</summary>
    public Dictionary<string, object> Create(string name, OutputShape.Fields shape) =>
        Values(shape, placeholders.CreateFactory(name));

    private static object Value(OutputShape shape, Func<string, string> placeholder) =>
        shape switch
        {
            OutputShape.Text text => placeholder(text.Path),
            OutputShape.Fields fields => Values(fields, placeholder),
            OutputShape.List list => new List<object> { Value(list.Item, placeholder) },
            _ => new Dictionary<string, object>(),
        };

    private static Dictionary<string, object> Values(OutputShape.Fields fields, Func<string, string> placeholder)
    {
        var values = new Dictionary<string, object>(fields.All.Length, StringComparer.Ordinal);
        foreach (var field in fields.All)
        {
            values.Add(field.Name, Value(field.Shape, placeholder));
        }

        return values;
    }
}
