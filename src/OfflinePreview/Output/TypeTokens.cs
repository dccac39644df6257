namespace OfflinePreview.Output;

/// <summary>How Pulumi shortens type tokens.</summary>
public static class TypeTokens
{
    /// <summary>The token without the file of its module where that only repeats the type.</summary>
    public static string Abbreviate(string type)
    {
        var parts = type.Split(':');
        var slash = parts.Length == 3 ? parts[1].LastIndexOf('/') : -1;
        return slash >= 0 && string.Equals(parts[1][(slash + 1)..], LowerFirst(parts[2]), StringComparison.Ordinal)
            ? $"{parts[0]}:{parts[1][..slash]}:{parts[2]}"
            : type;
    }

    /// <summary>The last part of the token: <c>NodePool</c>.</summary>
    public static string GetName(string type) => type[(type.LastIndexOf(':') + 1)..];

    private static string LowerFirst(string name) => name.Length == 0 ? "" : char.ToLowerInvariant(name[0]) + name[1..];
}
