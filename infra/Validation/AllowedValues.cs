namespace Infra.Validation;

/// <summary>Ends messages with what is allowed.</summary>
internal static class AllowedValues
{
    private const int MaxShown = 8;

    /// <summary>Values as a message lists them: at most eight, then how many more there are; in quotes where a reader needs those.</summary>
    internal static string Format(IEnumerable<string> values)
    {
        var all = values.Select(value => value.Length == 0 || value.Contains(',') ? $"\"{value}\"" : value).ToList();
        return all.Count <= MaxShown
            ? string.Join(", ", all)
            : $"{string.Join(", ", all.Take(MaxShown))} and {all.Count - MaxShown} more";
    }
}
