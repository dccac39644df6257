using OfflinePreview.Diff;
using OfflinePreview.Graph;

namespace Tests.Shared;

/// <summary>Parts of a stack that is written in a test.</summary>
internal static class SmallGraph
{
    /// <summary>How every URN starts.</summary>
    public const string Start = "urn:pulumi:dev::shop::";

    public static StackGraph CreateGraph(params ResourceState[] resources) =>
        new("shop", "dev", [.. resources.OrderBy(resource => resource.Urn, StringComparer.Ordinal)]);

    /// <summary>The step of the only resource of two stacks.</summary>
    public static ResourceStep GetStep(ResourceState before, ResourceState after) =>
        GraphDiff.Compare(CreateGraph(before), CreateGraph(after)).Steps.Single();

    public static ResourceState CreateResource(string type, string name, PlanMap inputs) =>
        new()
        {
            Urn = $"{Start}{type}::{name}",
            Type = type,
            Name = name,
            Inputs = inputs,
        };

    public static PlanString Text(string text) => PlanString.Known(text);

    public static PlanList List(params string[] texts) => new([.. texts.Select(PlanString.Known)]);

    public static PlanMap Map(params (string Key, PlanValue Value)[] entries) =>
        PlanMap.From(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
}
