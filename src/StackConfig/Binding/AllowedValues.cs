namespace StackConfig.Binding;

/// <summary>Formats the allowed values of a message.</summary>
public static class AllowedValues
{
    private const int MaxShown = 8;

    /// <summary>Lists at most eight values and the number of the others. Empty values and those with commas are quoted.</summary>
    public static string Format(IEnumerable<string> values)
    {
        var all = values.Select(value => value.Length == 0 || value.Contains(',') ? $"\"{value}\"" : value).ToList();
        var shown = string.Join(", ", all.Take(MaxShown));
        return all.Count > MaxShown ? $"{shown} and {all.Count - MaxShown} more" : shown;
    }
}
