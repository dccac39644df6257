using Infra.Configuration.Reading;
using Infra.Model.Servings;

namespace Infra.Validation.Containers;

/// <summary>Images have names that a registry accepts; those of Pathways leave the tag to <c>pathwaysTag</c>, which all of them share.</summary>
public sealed class ImagesAreNamed : ServingRule
{
    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        Check(serving.Serving.Images, report.At("images"));
        CheckWhole(report.At("smokeTest"), "image", serving.Serving.SmokeTest.Image);
        CheckWhole(report.At("batch"), "image", serving.Serving.Batch?.Image);
    }

    private static void Check(ImageSettings images, Report report)
    {
        Check(report, "pathwaysTag", images.PathwaysTag, ImageReference.IsTag, "a tag, such as jax-0.5.3");
        const string Bare = "an image without tag, such as us-docker.pkg.dev/cloud-tpu-v2-images/pathways/server";
        Check(report, "pathwaysProxy", images.PathwaysProxy, ImageReference.IsBare, Bare);
        Check(report, "pathwaysServer", images.PathwaysServer, ImageReference.IsBare, Bare);
        CheckWhole(report, "jetStream", images.JetStream);
        CheckWhole(report, "jetStreamHttp", images.JetStreamHttp);
    }

    private static void CheckWhole(Report report, string key, string? image) =>
        Check(report, key, image, ImageReference.IsOne, "an image with its tag, such as example.com/team/jetstream:v1");

    private static void Check(Report report, string key, string? text, Predicate<string> isAccepted, string accepted)
    {
        if (text is not null && !isAccepted(text))
        {
            report.Error(key, $"`{KeyPath.Shown(text)}` is not allowed; accepted: {accepted}");
        }
    }
}
