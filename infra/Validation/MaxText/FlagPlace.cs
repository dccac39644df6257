using Infra.Configuration.Reading;

namespace Infra.Validation.MaxText;

/// <summary>Where a flag of MaxText stands.</summary>
internal static class FlagPlace
{
    /// <summary>The place of a flag; that of all flags where the stack file does not set it.</summary>
    /// <param name="report">The serving's report.</param>
    /// <param name="serving">The serving.</param>
    /// <param name="name">The flag's name.</param>
    public static Report AtFlag(this Report report, CheckedServing serving, string name)
    {
        var place = report.At("maxText.flags");
        var (index, flag) = (serving.Written.MaxText?.Flags?.Flags ?? [])
            .Index()
            .FirstOrDefault(one => one.Item.Name == name);
        return flag is null ? place : place.At(KeyPath.Entry($"[{index}]", name));
    }
}
