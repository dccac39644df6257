using OfflinePreview.Graph;
using Pulumi;

namespace OfflinePreview.Recording;

/// <summary>Reads the arguments of a resource outside a recorded run, also while the engine runs the program.</summary>
public static class ArgumentReader
{
    /// <summary>Reads arguments as plan values: only those that are set, in ordinal order, so that equal arguments give equal values.</summary>
    /// <param name="args">The arguments. Their outputs are awaited, so none may depend on a resource that is created later.</param>
    public static PlanMap Read(ResourceArgs args) =>
        new ValueReader(new UnknownValues(), _ => null, dependenciesOnly: true).ReadArguments(args);
}
