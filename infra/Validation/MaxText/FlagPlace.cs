namespace Infra.Validation.MaxText;

/// <summary>Where a flag of MaxText stands.</summary>
internal static class FlagPlace
{
    /// <summary>The place of a flag; that of all flags where the stack file does not set it.</summary>
    /// <param name="report">The serving's report.</param>
    /// <param name="serving">The serving.</param>
    /// <param name="name">The flag's name.</param>
    public static Report AtFlag(this Report report, CheckedServing serving, string name) =>
        serving.Serving.MaxText.Flags.Find(name) is { } flag
            ? report.At(serving, flag, "maxText.flags")
            : report.At("maxText.flags");
}
