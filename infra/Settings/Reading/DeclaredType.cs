using System.Globalization;

namespace Infra.Settings.Reading;

/// <summary>The <c>type:</c> of a key that <c>Pulumi.yaml</c> declares, and what the Pulumi CLI accepts for it.</summary>
/// <remarks>sdk/go/common/workspace/project.go, <c>ValidateConfigValue</c>.</remarks>
/// <param name="Name">One of <c>string</c>, <c>integer</c>, <c>boolean</c>, <c>object</c>, <c>array</c>.</param>
/// <param name="Items">The type of an array's items.</param>
internal sealed record DeclaredType(string Name, DeclaredType? Items)
{
    /// <summary>The types that may be declared.</summary>
    internal static readonly IReadOnlyList<string> Names = ["string", "integer", "boolean", "object", "array"];

    /// <summary>Whether the CLI lets a value pass. What is encrypted is not looked into.</summary>
    internal bool Accepts(SettingNode value) =>
        value is SecretNode
        || Name switch
        {
            "string" => value is ScalarNode { Kind: ScalarKind.Text or ScalarKind.Any },
            "integer" => value is ScalarNode scalar
                && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "boolean" => value is ScalarNode { Text: "true" or "false" },
            "object" => value is MapNode,
            _ => value is ListNode list && Items is { } items && list.Items.All(items.Accepts),
        };

    /// <inheritdoc/>
    public override string ToString() => Items is null ? Name : $"{Name} of {Items}";
}
