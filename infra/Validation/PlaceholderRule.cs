using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>The placeholders of the shipped stack files, a project and buckets of nobody's, are replaced before a deployment.</summary>
internal static class PlaceholderRule
{
    private static readonly string[] Placeholders = ["example-project", "gs://example-"];

    /// <summary>The rule.</summary>
    internal static Rule Rule { get; } =
        new(
            "PlaceholderValue",
            (stack, diagnostics) =>
            {
                foreach (var scalar in stack.Document.Entries.Values.SelectMany(Scalars))
                {
                    var found = Array.Find(
                        Placeholders,
                        placeholder => scalar.Text.Contains(placeholder, StringComparison.Ordinal)
                    );
                    if (found is not null)
                    {
                        diagnostics.Add(
                            stack.PlaceholderSeverity,
                            scalar.Location.Key,
                            $"still contains the placeholder '{found}'; replace it"
                        );
                    }
                }
            }
        );

    private static IEnumerable<ScalarNode> Scalars(SettingNode node) =>
        node switch
        {
            ScalarNode scalar => [scalar],
            ListNode list => list.Items.SelectMany(Scalars),
            MapNode map => map.Entries.Values.SelectMany(Scalars),
            _ => [],
        };
}
