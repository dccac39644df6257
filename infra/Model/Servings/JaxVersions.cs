using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Infra.Model.Servings;

/// <summary>The versions of JAX in container images; those of JetStream and Pathways must be equal.</summary>
internal static partial class JaxVersions
{
    private static readonly JaxVersionData Data = DataFile.Read<JaxVersionData>("Servings/jax-versions.yaml");

    /// <summary>The version in an image of JetStream, with its tag; null where it is not known.</summary>
    public static string? OfJetStream(string image) =>
        Data.Images.FirstOrDefault(known => known.Name == image.Split('@')[0])?.Jax;

    /// <summary>The version in a tag of Pathways, <c>jax-0.5.3</c> or <c>20261001-jax_0.10.2</c>; null where it names none.</summary>
    public static string? OfPathways(string tag) =>
        PathwaysTag().Match(tag) is { Success: true } match ? match.Groups["version"].Value : null;

    [GeneratedRegex(
        @"\A(jax-|[0-9]{8}-jax_)(?<version>[0-9]+\.[0-9]+\.[0-9]+)(-.*)?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex PathwaysTag();
}

/// <summary>An image of JetStream.</summary>
internal sealed record JetStreamImage
{
    /// <summary>The image with its tag.</summary>
    public required string Name { get; init; }

    /// <summary>Its version of JAX.</summary>
    public required string Jax { get; init; }
}

/// <summary>The contents of <c>jax-versions.yaml</c>.</summary>
internal sealed record JaxVersionData
{
    /// <summary>The images whose version is known.</summary>
    public required ImmutableArray<JetStreamImage> Images { get; init; }
}
