using System.Text.Json.Nodes;
using Pulumi.Experimental;
using Inputs = System.Collections.Immutable.ImmutableDictionary<string, Pulumi.Experimental.PropertyValue>;

namespace Engine.Providers;

/// <summary>What the cloud computes for a resource, beside its inputs: the rows of <c>cloud.json</c>.</summary>
/// <param name="type">The type token.</param>
/// <param name="preview">Whether nothing is created, so that what is new stays unknown.</param>
internal sealed class ComputedOutputs(string type, bool preview)
{
    private static readonly JsonObject Data = EmbeddedData.Read("cloud.json")["computed"]!.AsObject();

    /// <summary>The outputs of a resource.</summary>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="old">Its outputs so far; empty if it is created.</param>
    public Inputs Add(Inputs inputs, Inputs old) =>
        Data[type] is JsonObject row ? Add(inputs, old, row, inputs) : inputs;

    private Inputs Add(Inputs into, Inputs old, JsonObject row, Inputs inputs)
    {
        foreach (var (key, entry) in row)
        {
            into = into.SetItem(
                key,
                entry is JsonObject inner ? new PropertyValue(Add(Map(into, key), Map(old, key), inner, inputs))
                    : old.TryGetValue(key, out var known) ? known
                    : preview ? PropertyValue.Computed
                    : new PropertyValue(Fill((string)entry!, inputs))
            );
        }

        return into;
    }

    private static Inputs Map(Inputs map, string key) =>
        map.TryGetValue(key, out var value) && value.TryGetMap(out var inner) ? inner : Inputs.Empty;

    private static string Fill(string text, Inputs inputs) =>
        inputs.Aggregate(
            text.Replace("{uid}", $"{Guid.NewGuid():N}", StringComparison.Ordinal),
            (filled, input) =>
                input.Value.TryGetString(out var value)
                    ? filled.Replace($"{{{input.Key}}}", value, StringComparison.Ordinal)
                    : filled
        );
}
