using OfflinePreview.Diff;
using OfflinePreview.Graph;

namespace Infra.Tests.Reports.Diff.Steps;

public sealed class StepScenarioTests
{
    [Theory]
    [MemberData(nameof(StepScenario.Names), MemberType = typeof(StepScenario))]
    public async Task The_steps_are_those_of_the_engine(string name)
    {
        var scenario = StepScenario.Read(name);
        var diff = GraphDiff.Compare(
            await StackText.RecordAsync(scenario.GetSettingsBefore(), "dev"),
            await StackText.RecordAsync(scenario.GetSettingsAfter(), "dev")
        );

        Assert.Equal(scenario.Steps, Write(diff));
        Assert.NotEmpty(scenario.Source);
    }

    private static IEnumerable<string> Write(GraphDiff diff)
    {
        var changes = diff
            .Steps.Where(step => step.IsChange)
            .ToLookup(step => step.Resource.Kind == ResourceKind.RemoteChild);
        var parents = diff
            .Before.Resources.Concat(diff.After.Resources)
            .ToLookup(resource => resource.Urn, StringComparer.Ordinal);
        return changes[false]
            .Select(step => $"{Operation(step)} {step.Resource.Type} {step.Resource.Name}")
            .Concat(
                changes[true]
                    .CountBy(
                        step => $"{Operation(step)} | below {parents[step.Resource.Parent!].First().Name}",
                        StringComparer.Ordinal
                    )
                    .Select(group => group.Key.Replace("|", $"{group.Value}", StringComparison.Ordinal))
            )
            .Order(StringComparer.Ordinal);
    }

    private static string Operation(ResourceStep step) => step.Kind.ToString().ToLowerInvariant();
}
