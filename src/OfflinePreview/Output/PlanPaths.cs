using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>Finds values in plans.</summary>
public static class PlanPaths
{
    /// <summary>The value below the keys of <paramref name="path"/>; null when there is none.</summary>
    public static PlanValue? Find(this PlanValue? value, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            value = (value as PlanMap)?[key];
        }

        return value;
    }

    /// <summary>A text as people read it; null when there is none.</summary>
    public static string? AsText(this PlanValue? value) => value is PlanText text ? text.Display : null;
}
