using System.Collections.Immutable;
using Infra.Configuration.Reading;

namespace Infra.Configuration.Binding;

/// <summary>
/// Binds a document to a type by its public properties: a key is the property's name in camel case, a <c>required</c> property must
/// be set, any other keeps the default of its initialiser when its key is missing or has no value.
/// </summary>
/// <remarks>
/// Bound are texts, whole numbers, numbers, truth values, enums (<c>OnDemand</c> is <c>on-demand</c>), the types of the table, <see cref="FlagList"/>,
/// lists (<see cref="IReadOnlyList{T}"/>, <see cref="ImmutableArray{T}"/>), maps (<see cref="IReadOnlyDictionary{TKey, TValue}"/> from texts,
/// sorted), and types with a constructor without parameters. Rules are <c>[Range]</c>, <c>[MinLength]</c>, <c>[MaxLength]</c>, <c>[Length]</c>,
/// <c>[RegularExpression]</c> with <see cref="AcceptedAttribute"/>; those for a number or a text also hold for each item of a list and each value of a map.
/// </remarks>
/// <param name="scalarTypes">How texts become values of further types.</param>
public sealed class SettingsBinder(IReadOnlyDictionary<Type, ScalarType> scalarTypes)
{
    /// <summary>Binds a document.</summary>
    /// <typeparam name="T">The type of the settings.</typeparam>
    /// <param name="document">The document.</param>
    /// <param name="problems">Receives every problem of the document; holds those found on reading it, which are not told twice.</param>
    /// <exception cref="NotSupportedException">A property is of a type that cannot be bound: a mistake of the program, not of the document.</exception>
    public BoundSettings<T> Bind<T>(SettingsDocument document, ICollection<Problem> problems)
        where T : class
    {
        var binding = new ValueBinding(scalarTypes, problems);
        var shape = binding.ShapeOf(typeof(T));
        var secrets = new OrderedDictionary<string, SecretNode>(StringComparer.Ordinal);
        var entries = new OrderedDictionary<string, SettingNode>(StringComparer.Ordinal);
        foreach (var (key, node) in document.Entries)
        {
            if (!shape.Has(key) && node is SecretNode secret && secret.Place.Key == KeyPath.Entry("", key))
            {
                secrets.Add(key, secret);
            }
            else
            {
                entries.Add(key, node);
            }
        }

        var top = new MapNode(new SettingPlace(""), entries);
        var settings = new RecordBinding(binding).Record(shape, top);
        return new BoundSettings<T>((T?)settings, secrets);
    }
}
