using System.Text.Json;
using System.Text.Json.Nodes;
using Engine.Tests.Protocol;

namespace Engine.Tests.Engine;

/// <summary>Has the program transform resources before they are registered.</summary>
internal sealed class TransformChain(EngineTrace trace)
{
    /// <summary>Calls transforms one after the other.</summary>
    public async Task<Registration> ApplyAsync(Registration resource, IEnumerable<Callback> transforms)
    {
        foreach (var transform in transforms)
        {
            resource = await ApplyAsync(resource, transform);
        }

        return resource;
    }

    private async Task<Registration> ApplyAsync(Registration resource, Callback transform)
    {
        var answer = await CallbackClient.CallAsync(
            transform,
            "TransformRequest",
            Request(resource),
            "TransformResponse"
        );
        trace.Transforms.Enqueue(new(resource, answer));
        var properties = answer["properties"] is { } changed ? SpecialValue.WithoutOutputs(changed) : resource.Object;
        return With(resource, answer["options"]) with { Object = properties!.AsObject() };
    }

    private static JsonObject Request(Registration resource) =>
        new()
        {
            ["type"] = resource.Type,
            ["name"] = resource.Name,
            ["custom"] = resource.Custom,
            ["parent"] = resource.Parent,
            ["properties"] = SpecialValue.WithOutputs(resource.Object),
            ["options"] = new JsonObject
            {
                ["provider"] = resource.Provider,
                ["providers"] = JsonSerializer.SerializeToNode(resource.Providers),
                ["dependsOn"] = JsonSerializer.SerializeToNode(resource.Dependencies),
                ["deletedWith"] = resource.DeletedWith,
                ["replaceWith"] = JsonSerializer.SerializeToNode(resource.ReplaceWith),
            },
        };

    private static Registration With(Registration resource, JsonNode? options) =>
        options is null
            ? resource
            : resource with
            {
                Provider = (string?)options["provider"] ?? "",
                Providers = options["providers"].Deserialize<Dictionary<string, string>>() ?? [],
                Dependencies = options["dependsOn"].Deserialize<List<string>>() ?? [],
                DeletedWith = (string?)options["deletedWith"] ?? "",
                ReplaceWith = options["replaceWith"].Deserialize<List<string>>() ?? [],
            };
}
