using System.Collections;
using System.Collections.Immutable;
using OfflinePreview.Graph;
using Pulumi;

namespace OfflinePreview.Recording;

/// <summary>Converts recorded resources to a graph.</summary>
internal sealed class GraphBuilder(UnknownValues unknownValues, ResourceTree tree)
{
    /// <summary>The state of a resource.</summary>
    public ResourceState CreateState(RecordedResource resource)
    {
        var arguments = resource.Read(ReadArguments);
        var (options, explicitDependencies) = (NewReader(), NewReader(dependenciesOnly: true));
        explicitDependencies.Read(resource.Options.DependsOn);
        return new ResourceState
        {
            Urn = tree.GetUrn(resource.Resource)!,
            Type = resource.Type,
            Name = resource.Name,
            Kind = resource.Kind,
            Parent = tree.GetParent(resource),
            DependsOn = Sorted(arguments.Dependencies.Concat(Urns(explicitDependencies.References))),
            PropertyDependencies = arguments.PropertyDependencies,
            Provider = tree.GetUrn(tree.GetProvider(resource)),
            Options = Options(resource.Options, options, explicitDependencies),
            Inputs = arguments.Inputs,
        };
    }

    /// <summary>The arguments of a resource as a plan shows them.</summary>
    public PlannedArguments ReadArguments(ResourceArgs arguments)
    {
        var reader = NewReader();
        var inputs = reader.ReadArguments(arguments);
        return new(inputs, Sorted(Urns(reader.Dependencies)), PropertyDependencies(reader));
    }

    /// <summary>Options as a plan shows them.</summary>
    public PlanMap ReadOptions(ResourceOptions options) =>
        Options(options, NewReader(), NewReader(dependenciesOnly: true));

    /// <summary>Arguments as a plan shows them.</summary>
    public PlanMap ReadArguments(IDictionary arguments) => (PlanMap)NewReader().Read(arguments)!;

    private PlanMap PropertyDependencies(ValueReader arguments) =>
        PlanMap.FromEntries([
            .. from property in arguments.DependenciesByArgument
            let urns = Sorted(Urns(property.Value))
            where !urns.IsEmpty
            select new PlanEntry(property.Key, new PlanList([.. urns.Select(PlanString.Known)])),
        ]);

    private ValueReader NewReader(bool dependenciesOnly = false) => new(unknownValues, tree.GetUrn, dependenciesOnly);

    private PlanMap Options(ResourceOptions options, ValueReader reader, ValueReader resources)
    {
        var set = new List<PlanEntry>();
        foreach (var option in OptionTable.Options)
        {
            if (Read(option.Read(options), reader, resources) is { } value && !IsEmpty(value))
            {
                set.Add(new(option.Name, value));
            }
        }

        return PlanMap.FromEntries([.. set]);
    }

    private PlanValue? Read(object? option, ValueReader reader, ValueReader resources) =>
        option switch
        {
            Resource resource => PlanString.Known(tree.GetUrn(resource)!),
            InputList<Resource> list => resources.Read(list),
            _ => reader.Read(option),
        };

    private IEnumerable<string> Urns(IEnumerable<Resource> resources) => resources.Select(tree.GetUrn).OfType<string>();

    private static ImmutableArray<string> Sorted(IEnumerable<string> urns) =>
        [.. urns.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static bool IsEmpty(PlanValue value) =>
        value switch
        {
            PlanString text => text.Literal is "",
            PlanList list => list.Items.All(IsEmpty),
            PlanMap map => map.Entries.IsEmpty,
            _ => false,
        };
}
