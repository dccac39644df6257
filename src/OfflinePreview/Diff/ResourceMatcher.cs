using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>Finds the resource of the former graph that each resource of the new one is: by its URN, else by its aliases.</summary>
internal static class ResourceMatcher
{
    /// <summary>The former URN by the new one, for all that were there before.</summary>
    public static Dictionary<string, string> Match(StackGraph before, StackGraph after)
    {
        var free = before.Resources.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        var partners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in after.Resources.Where(resource => free.Remove(resource.Urn)))
        {
            partners.Add(resource.Urn, resource.Urn);
        }

        if (free.Count == 0)
        {
            return partners;
        }

        var aliases = new AliasUrns(before, after);
        foreach (var resource in after.Resources.Where(resource => !partners.ContainsKey(resource.Urn)))
        {
            if (aliases.GetFormerUrns(resource).FirstOrDefault(free.Remove) is { } former)
            {
                partners.Add(resource.Urn, former);
            }
        }

        return partners;
    }
}
