using Infra.Model.Names;

namespace Infra.Model.Servings;

/// <summary>The container images of a serving.</summary>
public sealed record ImageSettings
{
    /// <summary>
    /// The tag of proxy, resource manager and workers, which have to be of one build that fits the JAX inside the JetStream image.
    /// Default <c>jax-0.5.3</c>, which Google pairs with the default JetStream image.
    /// </summary>
    public string? PathwaysTag { get; init; }

    /// <summary>The proxy's image without tag. Default <c>us-docker.pkg.dev/cloud-tpu-v2-images/pathways/proxy_server</c>.</summary>
    public string? PathwaysProxy { get; init; }

    /// <summary>
    /// The image of resource manager and workers without tag. Default <c>us-docker.pkg.dev/cloud-tpu-v2-images/pathways/server</c>.
    /// </summary>
    public string? PathwaysServer { get; init; }

    /// <summary>
    /// The image of JetStream with MaxText. Default
    /// <c>us-docker.pkg.dev/cloud-tpu-images/inference/jetstream-pathways:v0.2.0</c>.
    /// </summary>
    public string? JetStream { get; init; }

    /// <summary>
    /// The image of the HTTP front. Default <c>us-docker.pkg.dev/cloud-tpu-images/inference/jetstream-http:v0.2.3</c>.
    /// </summary>
    public string? JetStreamHttp { get; init; }

    /// <summary>
    /// When images are pulled. Default <c>IfNotPresent</c>: with pinned tags a restarted pod starts the build that it started before,
    /// sooner.
    /// </summary>
    public PullPolicy? PullPolicy { get; init; }

    /// <summary>These settings where they say something, <paramref name="below"/> elsewhere.</summary>
    public ImageSettings Over(ImageSettings? below) =>
        new()
        {
            PathwaysTag = PathwaysTag ?? below?.PathwaysTag,
            PathwaysProxy = PathwaysProxy ?? below?.PathwaysProxy,
            PathwaysServer = PathwaysServer ?? below?.PathwaysServer,
            JetStream = JetStream ?? below?.JetStream,
            JetStreamHttp = JetStreamHttp ?? below?.JetStreamHttp,
            PullPolicy = PullPolicy ?? below?.PullPolicy,
        };
}
