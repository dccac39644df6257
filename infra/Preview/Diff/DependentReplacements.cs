using System.Collections.Immutable;
using Infra.Preview.Graph;

namespace Infra.Preview.Diff;

/// <summary>Adds the replacements that follow from others.</summary>
/// <remarks>
/// Where a resource is deleted before it is made anew, whatever was made from its outputs and cannot take others in place goes
/// with it; where a provider is replaced, so is all that it manages. Source: <c>calculateDependentReplacements</c> and
/// <c>providerChanged</c> in the Pulumi engine.
/// </remarks>
internal static class DependentReplacements
{
    /// <summary>The steps with those replacements, in the same order.</summary>
    public static ImmutableArray<ResourceStep> AddTo(ImmutableArray<ResourceStep> steps)
    {
        for (var known = -1; ; )
        {
            var gone = steps.Where(IsGone).ToDictionary(step => step.New!.Urn, StringComparer.Ordinal);
            if (gone.Count == 0 || gone.Count == known)
            {
                return steps;
            }

            known = gone.Count;
            steps = [.. steps.Select(step => step.Kind == StepKind.Replace ? step : Following(step, gone))];
        }
    }

    private static ResourceStep Following(ResourceStep step, Dictionary<string, ResourceStep> gone)
    {
        if (step.Old is null || step.New is null || step.Kind == StepKind.Read)
        {
            return step;
        }

        var names = step
            .New.DependsOn.Where(gone.ContainsKey)
            .Select(urn => gone[urn].New!.Name)
            .ToHashSet(StringComparer.Ordinal);
        var forced = names.Count == 0 ? [] : Forced(step, names);
        if (step.New.Provider is { } provider && gone.ContainsKey(provider))
        {
            var path = PropertyPath.Root.Then(new(NodeDocument.Provider));
            forced =
            [
                .. forced,
                new(path, PlanText.Known(provider), PlanText.Known(provider)) { Effect = ChangeEffect.Replaces },
            ];
        }

        return forced.IsEmpty ? step : StepMaker.Decide(step with { Everything = step.Everything.AddRange(forced) });
    }

    private static ImmutableArray<PropertyChange> Forced(ResourceStep step, HashSet<string> names) =>
        [
            .. from found in Texts(PropertyPath.Root, step.New!.Inputs)
            let argument = new PropertyChange(found.Path, found.Text, found.Text) { Effect = ChangeEffect.Replaces }
            let path = new PropertyPath(found.Path.Steps.Insert(0, new(NodeDocument.Inputs)))
            where
                names.Any(name => IsOutputOf(found.Text, name))
                && ProviderFacts.ThatFollow(step.New.Type).Any(argument.Touches)
            where !step.Everything.Any(change => change.Path.Contains(path))
            select argument with
            {
                Path = path,
            },
        ];

    private static bool IsOutputOf(PlanText text, string name) =>
        text
            .Parts.OfType<TextPart.Unknown>()
            .Any(part => part.Output == name || part.Output.StartsWith($"{name}.", StringComparison.Ordinal));

    private static IEnumerable<(PropertyPath Path, PlanText Text)> Texts(PropertyPath path, PlanValue value) =>
        value switch
        {
            PlanText text => [(path, text)],
            PlanMap map => map.Entries.SelectMany(entry => Texts(path.Then(new(entry.Key)), entry.Value)),
            PlanList list => list.Items.SelectMany((item, position) => Texts(path.Then(new(null, position)), item)),
            _ => [],
        };

    private static bool IsGone(ResourceStep step) =>
        step.Kind == StepKind.Replace
        && (step.DeletesFirst || step.Node.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal));
}
