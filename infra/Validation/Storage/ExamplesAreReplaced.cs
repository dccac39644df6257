using Infra.Configuration.Reading;

namespace Infra.Validation.Storage;

/// <summary>
/// The example values of the shipped stack files are there to be looked at: the example project and buckets belong to nobody here.
/// </summary>
public sealed class ExamplesAreReplaced : IRule
{
    private static readonly string[] Examples = ["example-project", "gs://example-"];

    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        foreach (var (_, node) in stack.Document.Entries)
        {
            Check(node, stack.Examples, report);
        }
    }

    private static void Check(SettingNode node, Severity severity, Report report)
    {
        switch (node)
        {
            case ScalarNode scalar:
                Check(scalar, severity, report);
                break;
            case ListNode list:
                foreach (var item in list.Items)
                {
                    Check(item, severity, report);
                }

                break;
            case MapNode map:
                foreach (var (_, value) in map.Entries)
                {
                    Check(value, severity, report);
                }

                break;
        }
    }

    private static void Check(ScalarNode scalar, Severity severity, Report report)
    {
        foreach (var example in Examples)
        {
            if (scalar.Text.Contains(example, StringComparison.Ordinal))
            {
                var message = $"still holds the example '{example}…'; put your own in its place";
                report.Add(severity, scalar.Place.Key, message);
                return;
            }
        }
    }
}
