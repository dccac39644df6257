using StackConfig.Reading;

namespace StackConfig.Tests.Reading;

public sealed class DiagnosticFormatterTests
{
    [Fact]
    public void Diagnostics_are_listed_one_per_line_after_their_count_errors_first()
    {
        Diagnostic[] problems =
        [
            new(Severity.Warning, "image", "floats", "Pulumi.dev.yaml", 9),
            new(
                Severity.Error,
                "servings[0].topology",
                "`4x9` is not allowed. Allowed: 4x4, 4x8",
                "Pulumi.dev.yaml",
                12
            ),
            new(Severity.Error, "cluster", "is missing", "Pulumi.dev.yaml"),
            new(Severity.Error, "", "is not UTF-8", "Pulumi.yaml"),
            new(Severity.Error, "", "there is no Pulumi.yaml"),
        ];

        Assert.Equal(
            """
            The settings have 4 errors and 1 warning:
              Pulumi.dev.yaml:12  servings[0].topology: `4x9` is not allowed. Allowed: 4x4, 4x8
              Pulumi.dev.yaml  cluster: is missing
              Pulumi.yaml: is not UTF-8
              there is no Pulumi.yaml
              Pulumi.dev.yaml:9  image: warning: floats

            """,
            DiagnosticFormatter.Format(problems)
        );
    }

    [Fact]
    public void One_warning_is_singular() =>
        Assert.StartsWith(
            "The settings have 1 warning:\n",
            DiagnosticFormatter.Format([new(Severity.Warning, "", "x")]),
            StringComparison.Ordinal
        );

    [Fact]
    public void Twenty_problems_are_shown_errors_first_and_the_others_counted()
    {
        var warnings = Enumerable.Range(1, 30).Select(line => new Diagnostic(Severity.Warning, "", $"w{line}"));

        var lines = DiagnosticFormatter.Format([.. warnings, new(Severity.Error, "", "e")]).TrimEnd('\n').Split('\n');

        Assert.Equal("The settings have 1 error and 30 warnings:", lines[0]);
        Assert.Equal(("  e", "  warning: w19", "  and 11 more"), (lines[1], lines[20], lines[21]));
        Assert.Equal(22, lines.Length);
    }

    [Fact]
    public void No_diagnostics_format_to_an_empty_string() => Assert.Equal("", DiagnosticFormatter.Format([]));
}
