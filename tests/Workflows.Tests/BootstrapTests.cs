using System.Text.RegularExpressions;

namespace Workflows.Tests;

/// <summary>What docs/bootstrap.md and docs/hibernation.md set up is what the workflows ask for.</summary>
public sealed partial class BootstrapTests
{
    private static readonly string Guide = Read("docs/bootstrap.md");

    [Fact]
    public void Every_variable_that_a_workflow_reads_is_set_and_no_other()
    {
        var read = Workflow.All.SelectMany(workflow => Found(Variable, workflow.Text));

        var set = Found(SetVariable, Guide + Read("docs/hibernation.md"));

        Assert.Equal(read.Distinct().Order(), set.Distinct().Order());
    }

    [Fact]
    public void The_deploying_account_gets_the_roles_of_the_prerequisites()
    {
        var page = Read("docs/prerequisites.md");
        var asked = page[page.IndexOf("IAM roles for the deploying identity", StringComparison.Ordinal)..];
        asked = asked[..asked.IndexOf("\n## ", StringComparison.Ordinal)];
        var granted = Guide[Guide.IndexOf("grant \"$DEPLOY\"", StringComparison.Ordinal)..];
        granted = granted[..granted.IndexOf("grant \"$READER\"", StringComparison.Ordinal)];

        Assert.Equal(Found(Role, asked).Order(), Found(Role, granted).Order());
    }

    [Fact]
    public void The_bootstrap_page_creates_every_environment()
    {
        var environments = Workflow
            .All.SelectMany(workflow => workflow.Jobs)
            .Select(job => job.Node.Find("environment")?.ToString())
            .OfType<string>()
            .Distinct();

        Assert.Equal(["${{ matrix.stack }}", "drift", "read-only", "release"], environments);
        Assert.Contains("for ENVIRONMENT in $STACKS drift; do", Guide, StringComparison.Ordinal);
        Assert.Contains("environments/read-only\"", Guide, StringComparison.Ordinal);
        Assert.Contains("environments/release/deployment-branch-policies\"", Guide, StringComparison.Ordinal);
    }

    [Fact]
    public void The_teardown_deletes_every_environment_and_variable()
    {
        var teardown = Guide[Guide.IndexOf("## Teardown", StringComparison.Ordinal)..];

        Assert.Contains("for ENVIRONMENT in $STACKS read-only drift release; do", teardown, StringComparison.Ordinal);
        Assert.All(
            Found(SetVariable, Guide + Read("docs/hibernation.md")),
            variable => Assert.Matches($@"\nfor NAME in .*\b{variable}\b", teardown)
        );
    }

    [GeneratedRegex(@"\bvars\.(?<found>\w+)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Variable { get; }

    [GeneratedRegex(@"gh variable set (?<found>\w+)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SetVariable { get; }

    [GeneratedRegex(@"roles/(?<found>[\w.]+)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Role { get; }

    private static IEnumerable<string> Found(Regex pattern, string text) =>
        pattern.Matches(text).Select(match => match.Groups["found"].Value);

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));
}
