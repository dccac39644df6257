using System.Collections.Immutable;
using Infra.Preview.Graph;
using Pulumi;

namespace Infra.Preview.Recording;

/// <summary>Turns what was recorded into a graph.</summary>
internal sealed class GraphBuilder(SdkTypes types, Placeholders placeholders, ResourceTree tree)
{
    /// <summary>The node of a resource.</summary>
    public async Task<ResourceNode> NodeAsync(RecordedResource resource)
    {
        var options = await OptionsAsync(resource.Options);
        var (arguments, explicitly) = (NewReader(), NewReader());
        var inputs = await arguments.ReadArgumentsAsync(resource.Arguments);
        await explicitly.ReadAsync(resource.Options.DependsOn);
        return new ResourceNode
        {
            Urn = tree.UrnOf(resource.Resource)!,
            Type = resource.Type,
            Name = resource.Name,
            Parent = tree.UrnOf(tree.ParentOf(resource.Resource)),
            DependsOn = Urns(arguments.Used.Union(explicitly.Named)),
            Provider = tree.UrnOf(tree.ProviderOf(resource)),
            Options = options,
            Inputs = inputs,
        };
    }

    private ValueReader NewReader() => new(types, placeholders, tree.UrnOf);

    private async Task<PlanMap> OptionsAsync(ResourceOptions options)
    {
        var reader = NewReader();
        var set = new Dictionary<string, PlanValue>(StringComparer.Ordinal);
        foreach (var (name, read) in OptionTable.Options)
        {
            var value = read(options) is Resource other
                ? PlanText.Known(tree.UrnOf(other)!)
                : await reader.ReadAsync(read(options));
            if (value is not null && !IsEmpty(value))
            {
                set.Add(name, value);
            }
        }

        return PlanMap.Of(set);
    }

    private ImmutableArray<string> Urns(IEnumerable<Resource> resources) =>
        [.. resources.Select(tree.UrnOf).OfType<string>().Order(StringComparer.Ordinal)];

    private static bool IsEmpty(PlanValue value) =>
        value switch
        {
            PlanText text => text.Parts.IsEmpty,
            PlanList list => list.Items.All(IsEmpty),
            PlanMap map => map.Entries.IsEmpty,
            _ => false,
        };
}
