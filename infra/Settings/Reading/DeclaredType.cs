using System.Globalization;

namespace Infra.Settings.Reading;

/// <summary>The <c>type:</c> of a key that <c>Pulumi.yaml</c> declares, and what the Pulumi CLI accepts for it.</summary>
/// <remarks>sdk/go/common/workspace/project.go, <c>ValidateConfigValue</c>.</remarks>
internal sealed record DeclaredType
{
    /// <summary>What is accepted as a type.</summary>
    internal const string Accepted = "string, integer, boolean, object, array with `items`";

    private readonly string _name;
    private readonly DeclaredType? _items;

    private DeclaredType(string name, DeclaredType? items) => (_name, _items) = (name, items);

    /// <summary>The type of that name; null when there is none, or an array does not say what its items are.</summary>
    internal static DeclaredType? Of(string name, DeclaredType? items) =>
        name is "string" or "integer" or "boolean" or "object" || (name == "array" && items is not null)
            ? new DeclaredType(name, items)
            : null;

    /// <summary>Whether the CLI lets a value pass. What is encrypted is not looked into.</summary>
    internal bool Accepts(SettingNode value) =>
        value is SecretNode
        || _name switch
        {
            "string" => value is NullNode or ScalarNode { Kind: ScalarKind.Text or ScalarKind.Any },
            "integer" => value is ScalarNode scalar && IsWhole(scalar.Text),
            "boolean" => value is ScalarNode { Text: "true" or "false" },
            "object" => value is MapNode,
            _ => value is ListNode list && _items is { } items && list.Items.All(items.Accepts),
        };

    /// <inheritdoc/>
    public override string ToString() => _items is null ? _name : $"{_name} of {_items}";

    private static bool IsWhole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
