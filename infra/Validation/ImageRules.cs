using System.Collections.Immutable;
using Infra.Model.Servings;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Container images: names that a registry accepts, tags that stay, and versions that match.</summary>
/// <remarks>
/// The images of Pathways share one tag by construction, and must match the JAX of the JetStream image (pathways-utils#240). A tag that moves may start a build that does not match the others at any restart
/// of a pod; Google's finished samples pin what its guide leaves at <c>latest</c>.
/// </remarks>
internal static class ImageRules
{
    private const string Tag = "a tag, such as jax-0.5.3";
    private const string Repository = "an image without a tag, such as example.com/pathways/server";
    private const string Image = "an image, such as example.com/team/jetstream:v1";

    private static readonly string[] MovingTags = ["latest", "nightly", "stable", "main", "master", "head"];

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Valid("images.pathwaysTag", one => one.Images.PathwaysTag, ImageReference.IsTag, Tag),
        Valid("images.pathwaysProxy", one => one.Images.PathwaysProxy, ImageReference.IsRepository, Repository),
        Valid("images.pathwaysServer", one => one.Images.PathwaysServer, ImageReference.IsRepository, Repository),
        Valid("images.jetStream", one => one.Images.JetStream, ImageReference.IsImage, Image),
        Valid("images.jetStreamHttp", one => one.Images.JetStreamHttp, ImageReference.IsImage, Image),
        Valid("smokeTest.image", one => one.SmokeTest.Image, ImageReference.IsImage, Image),
        Valid("batch.image", one => one.Batch?.Image, ImageReference.IsImage, Image),
        Pinned("images.pathwaysTag", one => one.Images.TaggedServer),
        Pinned("images.jetStream", one => one.Images.JetStream),
        Pinned("images.jetStreamHttp", one => one.Images.JetStreamHttp),
        Pinned("smokeTest.image", one => one.HasSmokeTest ? one.SmokeTest.Image : null),
        Pinned("batch.image", one => one.Batch?.Image),
        Rule.ForServing(
            "JaxVersionMismatch",
            Severity.Warning,
            "images.pathwaysTag",
            (_, one) => JaxViolation(one.Serving.Images)
        ),
    ];

    private static string? JaxViolation(ImageSettings images)
    {
        var pathways = JaxVersions.OfPathways(images.PathwaysTag);
        var jetStream = JaxVersions.OfJetStream(images.JetStream);
        return pathways is not null && jetStream is not null && pathways != jetStream
            ? $"{images.PathwaysTag} is built for JAX {pathways}, but the JetStream image contains JAX {jetStream}, and the two must match. "
                + $"Allowed without this warning: jax-{jetStream}, or a JetStream image with JAX {pathways}"
            : null;
    }

    private static Rule Valid(string key, Func<Serving, string?> value, Predicate<string> isValid, string allowed) =>
        Rule.ForServing(
            "InvalidImageReference",
            Severity.Error,
            key,
            (_, one) =>
                value(one.Serving) is { } text && !isValid(text)
                    ? $"'{KeyPath.Shown(text)}' is not valid. Allowed: {allowed}"
                    : null
        );

    private static Rule Pinned(string key, Func<Serving, string?> image) =>
        Rule.ForServing(
            "UnpinnedImage",
            Severity.Warning,
            key,
            (_, one) => image(one.Serving) is { } name && !ImageReference.HasDigest(name) ? Moving(name) : null
        );

    private static string? Moving(string image)
    {
        const string Consequence = "so a restarted pod may run another build. Use the tag of one build";
        var tag = ImageReference.GetTag(image);
        return tag is null ? $"{image} has no tag, {Consequence}"
            : MovingTags.Contains(tag) ? $"{tag} is a tag that moves, {Consequence}"
            : null;
    }
}
