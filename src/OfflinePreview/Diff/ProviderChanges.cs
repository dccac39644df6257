using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>Finds the resources whose provider changes to one that cannot manage what the former one created.</summary>
/// <remarks>
/// The engine diffs both configurations, even if the providers are different resources. The default provider's is empty.
/// Source: <c>providerChanged</c> in the Pulumi engine's step_generator.go.
/// </remarks>
/// <param name="old">The former resources by URN.</param>
/// <param name="steps">The steps planned so far, by URN; providers come before the resources they manage.</param>
internal sealed class ProviderChanges(Dictionary<string, ResourceState> old, Dictionary<string, ResourceStep> steps)
{
    private const string Project = "project";

    private readonly Dictionary<(string?, string?), bool> _replaced = [];

    /// <summary>Whether the resource is replaced because of its provider.</summary>
    public bool ForceReplacement(ResourceState before, ResourceState after)
    {
        if (after.Kind is not (ResourceKind.Custom or ResourceKind.RemoteChild))
        {
            return false;
        }

        var pair = (before.Provider, after.Provider);
        return _replaced.TryGetValue(pair, out var known)
            ? known
            : _replaced[pair] = IsReplaced(before.Provider, after.Provider);
    }

    /// <summary>Whether the resource takes its project from its provider, where it is another one now.</summary>
    public bool ChangeProject(ResourceState before, ResourceState after) =>
        after.Provider is { } provider
        && before.Provider is { } former
        && after.Inputs[Project] is null
        && before.Inputs[Project] is null
        && ForceNewRules.ForType(after.Type).ProjectFromProvider
        && !Equals(
            old.GetValueOrDefault(former)?.Inputs[Project],
            steps.GetValueOrDefault(provider)?.New?.Inputs[Project]
        );

    private bool IsReplaced(string? before, string? after)
    {
        var step = after is not null ? steps.GetValueOrDefault(after) : null;
        if (step?.Old is { } same && same.Urn == before)
        {
            return step.ReplaceReasons.Any(IsConfiguration);
        }

        var former = before is not null ? old.GetValueOrDefault(before) : null;
        return before != after
            && (step?.New ?? former) is { } known
            && StepFactory
                .Create(former ?? Default(known), step?.New ?? Default(known))
                .ReplaceReasons.Any(IsConfiguration);
    }

    private static ResourceState Default(ResourceState provider) =>
        provider with
        {
            Inputs = PlanMap.Empty,
            Options = PlanMap.Empty,
        };

    private static bool IsConfiguration(PropertyPath reason) => reason.Segments[0].Name != ResourceOption.ReplaceWith;
}
