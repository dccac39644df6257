namespace StackConfig.Binding;

/// <summary>Formats the allowed values of a message.</summary>
public static class AllowedValues
{
    private const int MaxShown = 8;

    /// <summary>The values separated by commas; beyond eight of them only their number.</summary>
    public static string Format(IEnumerable<string> values)
    {
        var all = values.ToList();
        var shown = string.Join(", ", all.Take(MaxShown));
        return all.Count > MaxShown ? $"{shown} and {all.Count - MaxShown} more" : shown;
    }
}
