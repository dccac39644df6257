using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>A resource as one value, so that all parts of it are compared in the same way.</summary>
internal static class ResourceDocument
{
    /// <summary>The part that holds the arguments.</summary>
    public const string Inputs = "inputs";

    /// <summary>The part that holds the options.</summary>
    public const string Options = "options";

    /// <summary>The part that names the explicit provider.</summary>
    public const string Provider = "provider";

    /// <summary>The document of a resource.</summary>
    public static PlanMap ToDocument(ResourceState resource) =>
        PlanMap.From(
            new Dictionary<string, PlanValue?>(StringComparer.Ordinal)
            {
                ["urn"] = PlanString.Known(resource.Urn),
                ["type"] = PlanString.Known(resource.Type),
                ["name"] = PlanString.Known(resource.Name),
                ["kind"] = PlanString.Known($"{resource.Kind}"),
                ["parent"] = ToPlanString(resource.Parent),
                ["dependsOn"] = new PlanList([.. resource.DependsOn.Select(PlanString.Known)]),
                ["propertyDependencies"] = resource.PropertyDependencies,
                [Provider] = ToPlanString(resource.Provider),
                [Options] = resource.Options,
                [Inputs] = resource.Inputs,
            }
                .Where(entry => entry.Value is not null)
                .Select(entry => KeyValuePair.Create(entry.Key, entry.Value!))
        );

    /// <summary>The resource of a document.</summary>
    public static ResourceState FromDocument(PlanMap document) =>
        new()
        {
            Urn = ToPlanString(document["urn"])!,
            Type = ToPlanString(document["type"])!,
            Name = ToPlanString(document["name"])!,
            Kind = Enum.Parse<ResourceKind>(ToPlanString(document["kind"])!),
            Parent = ToPlanString(document["parent"]),
            DependsOn = [.. ((PlanList)document["dependsOn"]!).Items.Select(urn => ToPlanString(urn)!)],
            PropertyDependencies = (PlanMap)document["propertyDependencies"]!,
            Provider = ToPlanString(document[Provider]),
            Options = (PlanMap)document[Options]!,
            Inputs = (PlanMap)document[Inputs]!,
        };

    private static PlanString? ToPlanString(string? text) => text is null ? null : PlanString.Known(text);

    private static string? ToPlanString(PlanValue? value) =>
        value is PlanString text
            ? string.Concat(text.Segments.Cast<StringSegment.Literal>().Select(part => part.Text))
            : null;
}
