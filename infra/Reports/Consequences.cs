using OfflinePreview.Diff;
using OfflinePreview.Graph;
using OfflinePreview.Output;

namespace Infra.Reports;

/// <summary>The impact of a replaced or deleted resource, where it depends on more than its kind.</summary>
internal static class Consequences
{
    /// <summary>The impact of a replacement; null for none.</summary>
    public static string? ForReplacement(ResourceStep step)
    {
        var kind = TypeTokens.GetName(step.Resource.Type);
        return kind switch
        {
            "NodePool" when TpuNodePool.Read(step.Old!).HasChips =>
                "their pods stay Pending until chips are available and the new nodes are ready",
            "NodePool" => "their pods stay Pending until other nodes are available",
            "LeaderWorkerSet" when step.DeleteBeforeReplace => "and load the model again",
            "LeaderWorkerSet" => "the new one is created before the old one is deleted",
            "Service" when GetPort(step.New!) is { } port && port != GetPort(step.Old!) =>
                $"requests fail until clients use port {port}",
            "IAMMember" or "BucketIAMMember" or "ManagedFolderIamMember" => step.DeleteBeforeReplace
                ? "access is lost during replacement"
                : "the new access is granted before the old access is revoked",
            _ => ForStorage(step.Old!) ?? ImpactPhrases.Find(step.Resource.Type, kind)?.Replaced,
        };
    }

    /// <summary>The impact of a deletion; null for none.</summary>
    public static string? ForDeletion(ResourceState resource)
    {
        var kind = TypeTokens.GetName(resource.Type);
        return kind switch
        {
            "NodePool" when TpuNodePool.Read(resource).HasChips => "what runs on them stops",
            "NodePool" => "their pods stay Pending until other nodes are available",
            "IAMMember" or "BucketIAMMember" or "ManagedFolderIamMember" => "access is lost",
            "Service" when resource.Inputs["disableOnDestroy"] is PlanBool { Value: false } =>
                "nothing is disabled in the project",
            _ => ForStorage(resource) ?? ImpactPhrases.Find(resource.Type, kind)?.Deleted,
        };
    }

    /// <remarks>
    /// Source: terraform-provider-google-beta 7.45. A bucket is emptied before it is deleted (<c>force_destroy</c>); a managed folder is
    /// deleted with <c>allowNonEmpty</c>, after which its objects "remain in a simulated folder with the same name".
    /// </remarks>
    private static string? ForStorage(ResourceState resource) =>
        (TypeTokens.GetName(resource.Type), resource.Inputs["forceDestroy"] is PlanBool { Value: true }) switch
        {
            ("Bucket", true) => "every object in it is deleted",
            ("ManagedFolder", true) => "its objects are kept; access granted on the folder is lost",
            ("Bucket" or "ManagedFolder", false) => "this fails unless it is empty, because forceDestroy is not set",
            _ => null,
        };

    private static long? GetPort(ResourceState service) =>
        service.Inputs.Find("spec", "ports") is PlanList { Items: [var port] } ? port.Find("port").AsInteger() : null;
}
