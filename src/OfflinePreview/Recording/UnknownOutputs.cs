namespace OfflinePreview.Recording;

/// <summary>Creates markers for the outputs of resources and functions: one for each string.</summary>
/// <remarks>A list has one element. Outputs that <see cref="OutputShapes"/> omits have no marker; a plan then names the resource.</remarks>
internal sealed class UnknownOutputs(UnknownValues unknownValues)
{
    /// <summary>The outputs of the resource or function <paramref name="name"/>.</summary>
    public Dictionary<string, object> Create(string name, OutputShape.Fields shape) =>
        Values(shape, unknownValues.CreateFactory(name));

    private static object Value(OutputShape shape, Func<string, string> marker) =>
        shape switch
        {
            OutputShape.Text text => marker(text.Path),
            OutputShape.Fields fields => Values(fields, marker),
            OutputShape.List list => new List<object> { Value(list.Item, marker) },
            _ => new Dictionary<string, object>(),
        };

    private static Dictionary<string, object> Values(OutputShape.Fields fields, Func<string, string> marker)
    {
        var values = new Dictionary<string, object>(fields.All.Length, StringComparer.Ordinal);
        foreach (var field in fields.All)
        {
            values.Add(field.Name, Value(field.Shape, marker));
        }

        return values;
    }
}
