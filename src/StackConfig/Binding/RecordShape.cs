using System.Reflection;
using System.Runtime.CompilerServices;

namespace StackConfig.Binding;

/// <summary>The keys that a type accepts.</summary>
internal sealed record RecordShape(Type Type, IReadOnlyList<PropertyShape> Properties)
{
    private readonly HashSet<string> _keys = new(Properties.Select(property => property.Key), StringComparer.Ordinal);

    /// <summary>The names of the keys, in the order of the properties.</summary>
    internal string Keys => field ??= AllowedValues.Format(Properties.Select(property => property.Key));

    /// <summary>Reads the shape of a type.</summary>
    internal static RecordShape FromType(Type type)
    {
        if (type.IsAbstract || type.GetConstructor(Type.EmptyTypes) is null)
        {
            throw new NotSupportedException(
                $"Settings of type {type} cannot be bound: it has no constructor without parameters."
            );
        }

        var nullability = new NullabilityInfoContext();
        var properties = Array.FindAll(
            type.GetProperties(BindingFlags.Public | BindingFlags.Instance),
            property => property.SetMethod is { IsPublic: true }
        );
        Array.Sort(properties, (one, other) => one.MetadataToken.CompareTo(other.MetadataToken));
        return new RecordShape(
            type,
            Array.ConvertAll(properties, property => PropertyShape.FromProperty(property, nullability))
        );
    }

    /// <summary>Whether the type accepts a key.</summary>
    internal bool Has(string key) => _keys.Contains(key);
}

/// <summary>One key that a type accepts.</summary>
internal sealed record PropertyShape(PropertyInfo Property, string Key, bool IsRequired, ValueShape Value)
{
    /// <summary>The key that stands for a property of that name.</summary>
    internal static string GetKey(string property) => char.ToLowerInvariant(property[0]) + property[1..];

    /// <summary>Reads the shape of a property.</summary>
    internal static PropertyShape FromProperty(PropertyInfo property, NullabilityInfoContext nullability) =>
        new(
            property,
            GetKey(property.Name),
            property.IsDefined(typeof(RequiredMemberAttribute), inherit: false),
            new ValueShape(property.PropertyType, nullability.Create(property), ValueRules.FromProperty(property))
        );
}
