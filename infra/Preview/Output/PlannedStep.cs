using Infra.Preview.Graph;

namespace Infra.Preview.Output;

/// <summary>What an update of an empty stack does with a resource.</summary>
/// <param name="Prefix">Pulumi's mark for it, two characters.</param>
/// <param name="Name">Pulumi's word for it.</param>
/// <param name="IsCounted">Whether Pulumi counts it as a change.</param>
internal sealed record PlannedStep(string Prefix, string Name, bool IsCounted)
{
    private static readonly PlannedStep Create = new("+ ", "create", true);
    private static readonly PlannedStep Import = new("= ", "import", true);
    private static readonly PlannedStep Read = new("> ", "read", false);

    /// <summary>The step of a resource: its options say whether it exists already.</summary>
    public static PlannedStep Of(ResourceNode resource) =>
        resource.Options["id"] is not null ? Read
        : resource.Options["import"] is not null ? Import
        : Create;
}
