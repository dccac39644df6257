using System.Text.RegularExpressions;
using Infra.Tests.Resources.Platform;
using StackConfig.Reading;

namespace Infra.Tests.Stacks;

public sealed class RunbookTests
{
    private static readonly string Runbook = File.ReadAllText(Path.Combine(Repository.Root, "docs", "runbook.md"));

    [Fact]
    public void Capacity_kinds_are_written_as_the_settings_accept_them()
    {
        var kinds = Regex
            .Matches(
                Runbook,
                "`capacity[.]kind: (?<kind>[^`]+)`",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)
            )
            .Select(match => match.Groups["kind"].Value)
            .ToList();

        Assert.NotEmpty(kinds);
        Assert.All(
            kinds,
            kind =>
                Assert.DoesNotContain(
                    StackText
                        .Load(ManagedStack.Stack(ManagedStack.Serving("a", $"capacity: {{ kind: {kind} }}")))
                        .Problems,
                    problem => problem.Severity == Severity.Error
                )
        );
    }
}
