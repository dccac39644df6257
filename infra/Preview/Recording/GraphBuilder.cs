using System.Collections;
using System.Collections.Immutable;
using Infra.Preview.Graph;
using Pulumi;

namespace Infra.Preview.Recording;

/// <summary>Turns what was recorded into a graph.</summary>
internal sealed class GraphBuilder(Placeholders placeholders, ResourceTree tree)
{
    /// <summary>The node of a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="mayWait">
    /// Whether to wait for what is not there yet. The SDK asks for a resource once its arguments are there, so that is hardly anything: an
    /// alias, for example. Who is called by the SDK must not wait: it may be what is waited for.
    /// </param>
    /// <returns>Null where something is not there yet.</returns>
    public ResourceNode? Node(RecordedResource resource, bool mayWait)
    {
        var (arguments, options) = (NewReader(mayWait), NewReader(mayWait));
        var explicitly = NewReader(mayWait, onlyNotes: true);
        var inputs = arguments.ReadArguments(resource.Arguments);
        explicitly.Read(resource.Options.DependsOn);
        var node = new ResourceNode
        {
            Urn = tree.UrnOf(resource.Resource)!,
            Type = resource.Type,
            Name = resource.Name,
            Kind = resource.Kind,
            Parent = tree.ParentOf(resource),
            DependsOn = Urns([.. arguments.Used, .. explicitly.Named]),
            PropertyDependencies = PropertyDependencies(arguments),
            Provider = tree.UrnOf(tree.ProviderOf(resource)),
            Options = Options(resource.Options, options, explicitly),
            Inputs = inputs,
        };
        return arguments.IsWhole && explicitly.IsWhole && options.IsWhole ? node : null;
    }

    /// <summary>Options as a plan shows them; waits for what is not there yet.</summary>
    public PlanMap ReadOptions(ResourceOptions options) =>
        Options(options, NewReader(mayWait: true), NewReader(mayWait: true, onlyNotes: true));

    /// <summary>Arguments as a plan shows them.</summary>
    public PlanMap ReadArguments(IDictionary arguments) => (PlanMap)NewReader(mayWait: true).Read(arguments)!;

    private PlanMap PropertyDependencies(ValueReader arguments) =>
        PlanMap.Sort([
            .. from property in arguments.UsedBy
            let urns = Urns([.. property.Value])
            where !urns.IsEmpty
            select new PlanEntry(property.Key, new PlanList([.. urns.Select(PlanText.Known)])),
        ]);

    private ValueReader NewReader(bool mayWait, bool onlyNotes = false) =>
        new(placeholders, tree.UrnOf, mayWait, onlyNotes);

    private PlanMap Options(ResourceOptions options, ValueReader reader, ValueReader resources)
    {
        var set = new List<PlanEntry>();
        foreach (var option in OptionTable.Options)
        {
            var given = option.Read(options);
            var value = given switch
            {
                Resource other => PlanText.Known(tree.UrnOf(other)!),
                InputList<Resource> others => resources.Read(others),
                _ => reader.Read(given),
            };
            if (value is not null && !IsEmpty(value))
            {
                set.Add(new(option.Name, value));
            }
        }

        return PlanMap.Sort([.. set]);
    }

    private ImmutableArray<string> Urns(HashSet<Resource> resources)
    {
        var urns = new List<string>(resources.Count);
        foreach (var resource in resources)
        {
            if (tree.UrnOf(resource) is { } urn)
            {
                urns.Add(urn);
            }
        }

        urns.Sort(string.CompareOrdinal);
        return [.. urns];
    }

    private static bool IsEmpty(PlanValue value) =>
        value switch
        {
            PlanText text => text.Literal is "",
            PlanList list => list.Items.All(IsEmpty),
            PlanMap map => map.Entries.IsEmpty,
            _ => false,
        };
}
