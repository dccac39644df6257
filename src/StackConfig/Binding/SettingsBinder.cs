using System.Collections.Immutable;
using StackConfig.Reading;

namespace StackConfig.Binding;

/// <summary>
/// Binds a document to a type by its public properties: a key is the property's name in camel case, a <c>required</c> property must
/// be set, any other keeps the default of its initializer when its key is missing or has no value.
/// </summary>
/// <remarks>
/// Bound are strings, integers, numbers, Booleans, enums (<c>OnDemand</c> is <c>on-demand</c>), the types of the table, <see cref="FlagList"/>,
/// lists (<see cref="IReadOnlyList{T}"/>, <see cref="ImmutableArray{T}"/>), maps (<see cref="IReadOnlyDictionary{TKey, TValue}"/> from texts,
/// sorted), and types with a constructor without parameters. Rules are <c>[Range]</c>, <c>[MinLength]</c>, <c>[MaxLength]</c>, <c>[Length]</c>,
/// <c>[RegularExpression]</c> with <see cref="ExpectedAttribute"/>; those for a number or a string also hold for each item of a list and each value of a map.
/// </remarks>
/// <param name="scalarTypes">How texts become values of further types.</param>
public sealed class SettingsBinder(IReadOnlyDictionary<Type, ScalarType> scalarTypes)
{
    private readonly RecordShapes _shapes = new();
    private readonly ScalarBinding _scalars = new(scalarTypes);
    private readonly Dictionary<object, SourceLocation> _locations = new(ReferenceEqualityComparer.Instance);

    /// <summary>Merges documents before they are bound.</summary>
    public DocumentMerge Merge => new(_shapes, _scalars);

    /// <summary>The location of a bound record or flag; null for any other object.</summary>
    public SourceLocation? FindLocation(object bound) => _locations.GetValueOrDefault(bound);

    /// <summary>Binds a document.</summary>
    /// <typeparam name="T">The type of the settings.</typeparam>
    /// <param name="document">The document.</param>
    /// <param name="problems">Receives every problem of the document; holds those found on reading it, which are not reported twice.</param>
    /// <exception cref="NotSupportedException">A property is of a type that cannot be bound: a mistake of the program, not of the document.</exception>
    public BoundSettings<T> Bind<T>(SettingsDocument document, ICollection<Diagnostic> problems)
        where T : class
    {
        var secrets = SecretsOf<T>(document);
        return new BoundSettings<T>(Bind<T>(document.Root.Without(secrets.Keys), problems), secrets);
    }

    /// <summary>Binds a value; null, with a problem, when it is wrong.</summary>
    /// <typeparam name="T">The type of the settings.</typeparam>
    /// <param name="node">The value.</param>
    /// <param name="problems">Receives every problem of the value.</param>
    public T? Bind<T>(SettingNode node, ICollection<Diagnostic> problems)
        where T : class => (T?)Binding(problems).Present(ValueShape.FromType(typeof(T)), node);

    /// <summary>The encrypted values under keys that are none of the settings', by name in ordinal order.</summary>
    /// <typeparam name="T">The type of the settings.</typeparam>
    /// <param name="document">The document.</param>
    public IReadOnlyDictionary<string, SecretNode> SecretsOf<T>(SettingsDocument document)
    {
        var shape = _shapes.Get(typeof(T));
        return new OrderedDictionary<string, SecretNode>(
            from entry in document.Entries
            let secret = entry.Value as SecretNode
            where !shape.Has(entry.Key) && secret?.Location.Key == KeyPath.Entry("", entry.Key)
            select KeyValuePair.Create(entry.Key, secret),
            StringComparer.Ordinal
        );
    }

    private ValueBinding Binding(ICollection<Diagnostic> problems) => new(scalarTypes, _shapes, _locations, problems);
}
