namespace Infra.Validation.Containers;

/// <summary>Images carry a tag that stays: any restart of a pod may otherwise start a build that does not fit the others.</summary>
/// <remarks>
/// Source: Google's finished samples, which pin what the guide leaves at <c>latest</c>. Proxy, resource manager and workers share one tag
/// by construction.
/// </remarks>
public sealed class ImagesArePinned : ServingRule
{
    private static readonly string[] Floating = ["latest", "nightly", "stable", "main", "master", "head"];

    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        var images = serving.Serving.Images;
        Check(report, "images.pathwaysTag", images.TaggedServer);
        Check(report, "images.jetStream", images.JetStream);
        Check(report, "images.jetStreamHttp", images.JetStreamHttp);
        Check(report, "smokeTest.image", serving.Serving.HasSmokeTest ? serving.Serving.SmokeTest.Image : null);
        Check(report, "batch.image", serving.Serving.Batch?.Image);
    }

    private static void Check(Report report, string key, string? image)
    {
        if (image is null)
        {
            return;
        }

        var tag = ImageReference.TagOf(image);
        if (!ImageReference.HasDigest(image) && (tag is null || Floating.Contains(tag)))
        {
            var told = tag is null ? "has no tag" : $"{tag} is a tag that moves";
            report.Warn(
                key,
                $"{told}: a restarted pod may start another build; accepted: a tag of one build, or a digest"
            );
        }
    }
}
