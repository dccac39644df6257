namespace Infra.Settings.Rules.Storage;

/// <summary>
/// The example values of the shipped stack files are there to be looked at: the example project and buckets belong to nobody here.
/// </summary>
public sealed class ExamplesAreReplaced : IRule
{
    private static readonly string[] Examples = ["example-project", "gs://example-"];

    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        foreach (var node in stack.Document.Entries.Values.SelectMany(Scalars))
        {
            if (
                Examples.FirstOrDefault(example => node.Text.Contains(example, StringComparison.Ordinal)) is { } example
            )
            {
                report.Add(
                    stack.Examples,
                    node.Place.Key,
                    $"still holds the example '{example}…'; put your own in its place"
                );
            }
        }
    }

    private static IEnumerable<ScalarNode> Scalars(SettingNode node) =>
        node switch
        {
            ScalarNode scalar => [scalar],
            ListNode list => list.Items.SelectMany(Scalars),
            MapNode map => map.Entries.Values.SelectMany(Scalars),
            _ => [],
        };
}
