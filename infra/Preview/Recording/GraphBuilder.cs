using System.Collections.Immutable;
using Infra.Preview.Graph;
using Pulumi;

namespace Infra.Preview.Recording;

/// <summary>Turns what was recorded into a graph.</summary>
internal sealed class GraphBuilder(Placeholders placeholders, ResourceTree tree)
{
    /// <summary>The node of a resource.</summary>
    public ResourceNode Node(RecordedResource resource)
    {
        var (arguments, explicitly) = (NewReader(), NewReader());
        var inputs = arguments.ReadArguments(resource.Arguments);
        explicitly.Read(resource.Options.DependsOn);
        return new ResourceNode
        {
            Urn = tree.UrnOf(resource.Resource)!,
            Type = resource.Type,
            Name = resource.Name,
            Parent = tree.ParentOf(resource),
            DependsOn = Urns(arguments.Used.Union(explicitly.Named)),
            Provider = tree.UrnOf(tree.ProviderOf(resource)),
            Options = Options(resource.Options),
            Inputs = inputs,
        };
    }

    private ValueReader NewReader() => new(placeholders, tree.UrnOf);

    private PlanMap Options(ResourceOptions options)
    {
        var reader = NewReader();
        var set = new List<PlanEntry>();
        foreach (var option in OptionTable.Options)
        {
            var given = option.Read(options);
            var value = given is Resource other ? PlanText.Known(tree.UrnOf(other)!) : reader.Read(given);
            if (value is not null && !IsEmpty(value))
            {
                set.Add(new(option.Name, value));
            }
        }

        return PlanMap.Sort([.. set]);
    }

    private ImmutableArray<string> Urns(IEnumerable<Resource> resources) =>
        [.. resources.Select(tree.UrnOf).OfType<string>().Order(StringComparer.Ordinal)];

    private static bool IsEmpty(PlanValue value) =>
        value switch
        {
            PlanText text => text.Literal is "",
            PlanList list => list.Items.All(IsEmpty),
            PlanMap map => map.Entries.IsEmpty,
            _ => false,
        };
}
