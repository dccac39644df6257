using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>A resource as one value, so that everything about it is compared alike.</summary>
internal static class NodeDocument
{
    /// <summary>The part that holds the arguments.</summary>
    public const string Inputs = "inputs";

    /// <summary>The part that holds the options.</summary>
    public const string Options = "options";

    /// <summary>The part that names the explicit provider.</summary>
    public const string Provider = "provider";

    /// <summary>The document of a resource.</summary>
    public static PlanMap Of(ResourceNode node) =>
        PlanMap.Of(
            new Dictionary<string, PlanValue?>(StringComparer.Ordinal)
            {
                ["urn"] = PlanText.Known(node.Urn),
                ["type"] = PlanText.Known(node.Type),
                ["name"] = PlanText.Known(node.Name),
                ["kind"] = PlanText.Known($"{node.Kind}"),
                ["parent"] = Text(node.Parent),
                ["dependsOn"] = new PlanList([.. node.DependsOn.Select(PlanText.Known)]),
                ["propertyDependencies"] = node.PropertyDependencies,
                [Provider] = Text(node.Provider),
                [Options] = node.Options,
                [Inputs] = node.Inputs,
            }
                .Where(entry => entry.Value is not null)
                .Select(entry => KeyValuePair.Create(entry.Key, entry.Value!))
        );

    /// <summary>The resource of a document.</summary>
    public static ResourceNode Read(PlanMap document) =>
        new()
        {
            Urn = Text(document["urn"])!,
            Type = Text(document["type"])!,
            Name = Text(document["name"])!,
            Kind = Enum.Parse<ResourceKind>(Text(document["kind"])!),
            Parent = Text(document["parent"]),
            DependsOn = [.. ((PlanList)document["dependsOn"]!).Items.Select(urn => Text(urn)!)],
            PropertyDependencies = (PlanMap)document["propertyDependencies"]!,
            Provider = Text(document[Provider]),
            Options = (PlanMap)document[Options]!,
            Inputs = (PlanMap)document[Inputs]!,
        };

    private static PlanText? Text(string? text) => text is null ? null : PlanText.Known(text);

    private static string? Text(PlanValue? value) =>
        value is PlanText text ? string.Concat(text.Parts.Cast<TextPart.Literal>().Select(part => part.Text)) : null;
}
