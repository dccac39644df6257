using System.Globalization;
using OfflinePreview.Graph;
using OfflinePreview.Recording;
using Pulumi;

namespace Tests.Shared;

/// <summary>Records the resources that a test makes.</summary>
public static class Recorded
{
    public static Task<StackGraph> StackAsync(Action<UnknownValues> build) =>
        Recorder.RecordAsync(
            "shop",
            "dev",
            (options, unknownValues) => new TestedStack(options, () => build(unknownValues))
        );

    public static Task<StackGraph> StackAsync(Action build) => StackAsync(_ => build());

    /// <summary>The arguments of the single <see cref="Thing"/> named <c>it</c>.</summary>
    public static async Task<PlanMap> InputsAsync(Func<UnknownValues, ThingArgs> args)
    {
        var graph = await StackAsync(unknownValues => _ = new Thing("it", args(unknownValues)));
        return graph.Resource("it").Inputs;
    }

    /// <summary>The single resource named <paramref name="name"/>.</summary>
    public static ResourceState Resource(this StackGraph graph, string name) =>
        graph.Resources.Single(resource => string.Equals(resource.Name, name, StringComparison.Ordinal));

    /// <summary>A value as a short text, the states of its parts in angle brackets.</summary>
    public static string Show(this PlanValue? value) =>
        value switch
        {
            null => "nothing",
            PlanBool flag => flag.Value ? "true" : "false",
            PlanNumber number => number.Text,
            PlanString text => string.Concat(text.Segments.Select(Show)),
            PlanList list => $"[{string.Join(", ", list.Items.Select(Show))}]",
            PlanMap map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Show(entry.Value)}"))}}}",
            _ => throw new NotSupportedException(value.ToString()),
        };

    private static string Show(StringSegment part) =>
        part switch
        {
            StringSegment.Literal literal => literal.Text,
            StringSegment.Unknown unknown => string.Create(CultureInfo.InvariantCulture, $"<{unknown.Output}>"),
            _ => "<secret>",
        };

    private sealed class TestedStack : Stack
    {
        public TestedStack(StackOptions options, Action build)
            : base(options) => build();
    }
}
