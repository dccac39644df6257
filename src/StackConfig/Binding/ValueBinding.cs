using StackConfig.Reading;

namespace StackConfig.Binding;

/// <summary>Binds values and gathers what is wrong with them.</summary>
/// <param name="scalarTypes">How texts become values of further types.</param>
/// <param name="shapes">The keys that types accept.</param>
/// <param name="locations">Receives the location of each record and each flag.</param>
/// <param name="problems">Receives the problems.</param>
internal sealed class ValueBinding(
    IReadOnlyDictionary<Type, ScalarType> scalarTypes,
    RecordShapes shapes,
    Dictionary<object, SourceLocation> locations,
    ICollection<Diagnostic> problems
)
{
    private readonly ExpectedValueFormatter _words = new(scalarTypes, shapes);
    private readonly ScalarBinding _scalars = new(scalarTypes);

    /// <summary>Binds a value that is no <see cref="NullNode"/>; null, with a problem, when it is wrong.</summary>
    internal object? Value(ValueShape shape, SettingNode node)
    {
        if (node is SecretNode)
        {
            return Encrypted(node.Location);
        }

        if (_scalars.Binds(shape.Type))
        {
            return node is ScalarNode scalar ? Scalar(shape, scalar) : WrongKind(shape, node);
        }

        return (shape.Form, node) switch
        {
            (ValueForm.Flags, ListNode list) => new FlagListBinding(this).Flags(list),
            (ValueForm.List, ListNode list) => List(shape, list),
            (ValueForm.Map, MapNode map) => Map(shape, map),
            (ValueForm.Record, MapNode map) => new RecordBinding(this).Record(shapes.Get(shape.Type), map),
            _ => WrongKind(shape, node),
        };
    }

    /// <summary>Records the location of a value.</summary>
    internal T AddLocation<T>(T value, SourceLocation location)
        where T : class
    {
        locations[value] = location;
        return value;
    }

    /// <summary>Notes a problem with a value; always null.</summary>
    internal object? Wrong(SourceLocation location, string message, ValueShape shape) =>
        Wrong(location, $"{message}. Allowed: {_words.Format(shape)}");

    /// <summary>Notes a problem; always null.</summary>
    internal object? Wrong(SourceLocation location, string message)
    {
        problems.Add(new Diagnostic(Severity.Error, location.Key, message, location.File, location.Line));
        return null;
    }

    /// <summary>Notes that a value is encrypted which may not be; always null.</summary>
    internal object? Encrypted(SourceLocation location) =>
        Wrong(
            location,
            "must not be a secret. Only top-level string values may be encrypted; reference them with `env[].secret`."
        );

    /// <summary>Whether an error with that key was noted.</summary>
    internal bool HasError(string key) =>
        problems.Any(problem => problem.Severity == Severity.Error && problem.Key == key);

    private object? WrongKind(ValueShape shape, SettingNode node) =>
        Wrong(node.Location, $"is {ExpectedValueFormatter.Kind(node)}", shape);

    private object? Scalar(ValueShape shape, ScalarNode scalar) =>
        _scalars.Value(shape, scalar.Text)
        ?? Wrong(scalar.Location, AllowedValues.Refuse(scalar.Text, _scalars.Known(shape.Type), _words.Format(shape)));

    private object? List(ValueShape shape, ListNode list)
    {
        if (!shape.Rules.AllowsLength(list.Items.Length))
        {
            return Wrong(list.Location, $"has {list.Items.Length} items", shape);
        }

        var item = shape.Argument(0);
        var items = list.Items.Select(node => Present(item, node)).ToList();
        return items.Contains(null) ? null : Collections.List(item.Type, items);
    }

    private object? Map(ValueShape shape, MapNode map)
    {
        var value = shape.Argument(1);
        var sound = true;
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, node) in map.Entries)
        {
            if (node is not NullNode)
            {
                values[key] = Value(value, node);
                sound &= values[key] is not null;
            }
            else if (value.MayBeNull)
            {
                values[key] = null;
            }
        }

        return sound ? Collections.Map(shape.Type.GenericTypeArguments[1], values) : null;
    }

    /// <summary>Binds a value that must not be null; null, with a problem, when it is wrong.</summary>
    internal object? Present(ValueShape shape, SettingNode node) =>
        node is NullNode ? Wrong(node.Location, "has no value", shape) : Value(shape, node);
}
