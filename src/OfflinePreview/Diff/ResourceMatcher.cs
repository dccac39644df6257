using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>Finds the resource of the former graph that each resource of the new one is: by its URN, else by its aliases.</summary>
internal static class ResourceMatcher
{
    /// <summary>The former URN by the new one, for all that were there before.</summary>
    public static Dictionary<string, string> Match(StackGraph before, StackGraph after)
    {
        var free = before.Resources.Select(node => node.Urn).ToHashSet(StringComparer.Ordinal);
        var partners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in after.Resources.Where(node => free.Remove(node.Urn)))
        {
            partners.Add(node.Urn, node.Urn);
        }

        if (free.Count == 0)
        {
            return partners;
        }

        var aliases = new AliasUrns(before, after);
        foreach (var node in after.Resources.Where(node => !partners.ContainsKey(node.Urn)))
        {
            if (aliases.GetFormerUrns(node).FirstOrDefault(free.Remove) is { } former)
            {
                partners.Add(node.Urn, former);
            }
        }

        return partners;
    }
}
