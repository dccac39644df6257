namespace Infra.Validation;

/// <summary>Finds where a stack file sets a flag of MaxText.</summary>
internal static class FlagLocation
{
    /// <summary>Reports at a flag; at the list of flags where the stack file does not set it.</summary>
    /// <param name="diagnostics">The sink for the serving.</param>
    /// <param name="one">The serving.</param>
    /// <param name="name">The flag's name.</param>
    internal static DiagnosticSink ForFlag(this DiagnosticSink diagnostics, ServingContext one, string name) =>
        one.Serving.MaxText.Flags.Find(name) is { } flag
            ? diagnostics.ForSetting(one, flag, "maxText.flags")
            : diagnostics.ForKey("maxText.flags");

    /// <summary>Whether the stack file sets a flag.</summary>
    internal static bool SetsFlag(this ServingContext one, string name) =>
        one.Serving.MaxText.Flags.Find(name) is { } flag && one.Sources.FindKey(flag) is not null;
}
