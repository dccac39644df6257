using Infra.Model.Names;

namespace Infra.Model.Servings;

/// <summary>The container images of a serving.</summary>
public sealed record ImageSettings
{
    /// <summary>
    /// The tag of proxy, resource manager and workers, which have to be of one build that fits the JAX inside the JetStream image.
    /// Default <c>jax-0.5.3</c>, which Google pairs with the default JetStream image.
    /// </summary>
    public required string PathwaysTag { get; init; }

    /// <summary>The proxy's image without tag. Default <c>us-docker.pkg.dev/cloud-tpu-v2-images/pathways/proxy_server</c>.</summary>
    public required string PathwaysProxy { get; init; }

    /// <summary>
    /// The image of resource manager and workers without tag. Default <c>us-docker.pkg.dev/cloud-tpu-v2-images/pathways/server</c>.
    /// </summary>
    public required string PathwaysServer { get; init; }

    /// <summary>
    /// The image of JetStream with MaxText. Default
    /// <c>us-docker.pkg.dev/cloud-tpu-images/inference/jetstream-pathways:v0.2.0</c>.
    /// </summary>
    public required string JetStream { get; init; }

    /// <summary>
    /// The image of the HTTP front. Default <c>us-docker.pkg.dev/cloud-tpu-images/inference/jetstream-http:v0.2.3</c>.
    /// </summary>
    public required string JetStreamHttp { get; init; }

    /// <summary>
    /// When images are pulled. Default <c>IfNotPresent</c>: with pinned tags a restarted pod starts the build that it started before,
    /// sooner.
    /// </summary>
    public required PullPolicy PullPolicy { get; init; }

    /// <summary>The JetStream image whose MaxText the flags and models that are known here belong to.</summary>
    internal const string KnownJetStream = "us-docker.pkg.dev/cloud-tpu-images/inference/jetstream-pathways:v0.2.0";

    /// <summary>Whether JetStream and MaxText are those of the default image, whose behaviour is known.</summary>
    public bool IsDefaultJetStream => JetStream == KnownJetStream;

    /// <summary>The proxy's image with its tag.</summary>
    public string TaggedProxy => $"{PathwaysProxy}:{PathwaysTag}";

    /// <summary>The image of resource manager and workers with its tag.</summary>
    public string TaggedServer => $"{PathwaysServer}:{PathwaysTag}";
}
