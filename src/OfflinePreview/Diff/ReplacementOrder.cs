namespace OfflinePreview.Diff;

/// <summary>Whether the former resource is deleted before or after the new one is created.</summary>
internal static class ReplacementOrder
{
    /// <summary>Whether it is deleted first: the program says so, or two resources cannot have the name that the program gave.</summary>
    /// <remarks>
    /// A provider asks for it only where it replaces the resource itself, not where the program does by <c>replaceOnChanges</c>: Google
    /// Cloud's wherever the name was given, even where that changes; Kubernetes' where it stays the same.
    /// Source: <c>nameRequiresDeleteBeforeReplace</c> in pulumi-terraform-bridge, <c>deleteBeforeReplace</c> in pulumi-kubernetes.
    /// </remarks>
    public static bool IsDeleteBeforeReplace(ResourceStep step)
    {
        var rule = ForceNewRules.ForType(step.New!.Type);
        return ResourceOption.DeleteBeforeReplace(step.New)
            ?? (
                step.Changes.Any(change => rule.Replaces(change, step.Old!, step.New))
                && rule.ReplacesByDeletingFirst(step.Old!, step.New)
            );
    }
}
