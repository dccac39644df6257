namespace StackConfig.Binding;

/// <summary>The shapes of types, each read once.</summary>
internal sealed class RecordShapes
{
    private readonly Dictionary<Type, RecordShape> _shapes = [];

    /// <summary>The keys that a type accepts.</summary>
    internal RecordShape Get(Type type)
    {
        if (!_shapes.TryGetValue(type, out var shape))
        {
            shape = RecordShape.FromType(type);
            _shapes.Add(type, shape);
        }

        return shape;
    }
}
