using System.Collections.Frozen;
using System.Net;
using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>The conditions of <c>force-new.yaml</c>: whether a change from one value to another replaces the resource.</summary>
/// <remarks>A value that is not known does not, as in terraform's <c>customdiff.ForceNewIfChange</c>.</remarks>
internal static class ForceNewCondition
{
    private static readonly FrozenDictionary<string, Func<PlanValue?, PlanValue?, bool>> ByName = new Dictionary<
        string,
        Func<PlanValue?, PlanValue?, bool>
    >(StringComparer.Ordinal)
    {
        ["notExpanded"] = (old, now) => Range(old) is { } from && Range(now) is { } to && !Contains(to, from),
        ["setBefore"] = (old, now) => old is not null && now is not null,
        ["unknown"] = (_, now) => now is PlanString { Literal: null },
        ["turnedOff"] = (old, now) => old is PlanBool { Value: true } && now is null or PlanBool { Value: false },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The condition of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such condition.</exception>
    public static Func<PlanValue?, PlanValue?, bool> Get(string name) => ByName[name];

    private static IPNetwork? Range(PlanValue? value) =>
        value is PlanString { Literal: { } text } && IPNetwork.TryParse(text, out var range) ? range : null;

    private static bool Contains(IPNetwork outer, IPNetwork inner) =>
        outer.PrefixLength <= inner.PrefixLength && outer.Contains(inner.BaseAddress);
}
