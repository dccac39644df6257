using Infra.Model.Names;

namespace Infra.Model.Servings;

/// <summary>The container images of a serving.</summary>
public sealed record ImageSettings
{
    /// <summary>
    /// The tag of the proxy, the resource manager and the workers: <c>jax-VERSION</c> or <c>DATE-jax_VERSION</c>, with the version of JAX in the
    /// JetStream image.
    /// Default <c>jax-0.5.3</c>, which Google pairs with the default JetStream image.
    /// </summary>
    public required string PathwaysTag { get; init; }

    /// <summary>The image of the proxy, without a tag. Default <c>us-docker.pkg.dev/cloud-tpu-v2-images/pathways/proxy_server</c>.</summary>
    public required string PathwaysProxy { get; init; }

    /// <summary>
    /// The image of the resource manager and the workers, without a tag. Default <c>us-docker.pkg.dev/cloud-tpu-v2-images/pathways/server</c>.
    /// </summary>
    public required string PathwaysServer { get; init; }

    /// <summary>
    /// The image of JetStream with MaxText. Default
    /// <c>us-docker.pkg.dev/cloud-tpu-images/inference/jetstream-pathways:v0.2.0</c>.
    /// </summary>
    public required string JetStream { get; init; }

    /// <summary>
    /// The image of the HTTP server. Default <c>us-docker.pkg.dev/cloud-tpu-images/inference/jetstream-http:v0.2.3</c>.
    /// </summary>
    public required string JetStreamHttp { get; init; }

    /// <summary>
    /// The image pull policy. Default <c>IfNotPresent</c>: with pinned tags a restarted pod runs the same build and starts faster.
    /// </summary>
    public required PullPolicy PullPolicy { get; init; }

    /// <summary>The image of the proxy, with its tag.</summary>
    public string TaggedProxy => $"{PathwaysProxy}:{PathwaysTag}";

    /// <summary>The image of the resource manager and the workers, with its tag.</summary>
    public string TaggedServer => $"{PathwaysServer}:{PathwaysTag}";
}
