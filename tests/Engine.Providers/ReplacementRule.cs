using System.Net;
using System.Text.Json.Nodes;
using Pulumi.Experimental;
using Inputs = System.Collections.Immutable.ImmutableDictionary<string, Pulumi.Experimental.PropertyValue>;

namespace Engine.Providers;

/// <summary>What an update cannot change in place in one type of resource: a row of the program's <c>force-new.yaml</c>.</summary>
/// <param name="type">The type token.</param>
/// <remarks>The file is read here once more, and not with the program's own reader, which is under test.</remarks>
internal sealed class ReplacementRule(string type)
{
    private static readonly JsonObject Data = EmbeddedData.Read("force-new.yaml");

    private readonly JsonNode? _row = Data["types"]![type];
    private readonly JsonNode? _provider = Data["providers"]![type.Split(':')[0]];

    /// <summary>The argument that names the resource; null if there is none.</summary>
    public string? Name => (string?)(_row?["name"] ?? _provider?["name"]);

    /// <summary>Whether a resource without a project of its own is replaced with the provider's project.</summary>
    public bool HasProjectOfProvider => (bool?)_row?["projectFromProvider"] == true;

    /// <summary>Whether a change replaces the resource.</summary>
    public bool Replaces(ChangedPath change, Inputs old, Inputs now) =>
        !IsIdentified(old, now)
        && (
            Paths(_provider?["forceNew"]).Concat(Paths(_row?["forceNew"])).Any(change.Meets)
            || (_row?["forceNewIf"] as JsonObject ?? []).Any(entry =>
                change.Meets(entry.Key)
                && IsMet((string)entry.Value!, Values.At(old, entry.Key), Values.At(now, entry.Key))
            )
        );

    /// <summary>Whether the former resource is deleted before the new one is created.</summary>
    public bool DeletesFirst(Inputs old, Inputs now) =>
        (bool?)_row?["deleteBeforeReplace"] == true
        || Name is { } name
            && Values.At(now, name) is not null
            && Paths(_provider?["deleteBeforeReplaceUnless"])
                .All(path => Equals(Values.At(old, path), Values.At(now, path)));

    private bool IsIdentified(Inputs old, Inputs now) =>
        (string?)_row?["identifier"] is { } name
        && Values.TextAt(old, name) is { } known
        && known == Values.TextAt(now, name);

    private static bool IsMet(string condition, PropertyValue? old, PropertyValue? now) =>
        condition switch
        {
            "notExpanded" => Range(old) is { } from
                && Range(now) is { } to
                && !(to.PrefixLength <= from.PrefixLength && to.Contains(from.BaseAddress)),
            "setBefore" => old is not null && now is not null,
            "unknown" => now is { IsComputed: true },
            "turnedOff" => old is not null
                && old.TryGetBool(out var was)
                && was
                && (now is null || now.TryGetBool(out var isOn) && !isOn),
            _ => throw new InvalidOperationException(
                $"force-new.yaml has a condition {condition}, which is unknown here."
            ),
        };

    private static IPNetwork? Range(PropertyValue? value) =>
        value is not null && value.TryGetString(out var text) && IPNetwork.TryParse(text, out var range) ? range : null;

    private static IEnumerable<string> Paths(JsonNode? node) =>
        node switch
        {
            JsonArray list => list.SelectMany(Paths),
            JsonObject map => map.SelectMany(entry => Paths(entry.Value).Select(path => $"{entry.Key}.{path}")),
            null => [],
            _ => [(string)node!],
        };
}
