using Infra.Configuration;
using Infra.Model.Names;

namespace Infra.Model.Servings;

/// <summary>The container images of a serving, each with its tag.</summary>
/// <param name="PathwaysProxy">The Pathways proxy.</param>
/// <param name="PathwaysServer">The Pathways resource manager and workers, of the same build as the proxy.</param>
/// <param name="JetStream">JetStream with MaxText.</param>
/// <param name="JetStreamHttp">The HTTP front.</param>
/// <param name="PullPolicy">When they are pulled.</param>
public sealed record ServingImages(
    string PathwaysProxy,
    string PathwaysServer,
    string JetStream,
    string JetStreamHttp,
    PullPolicy PullPolicy
)
{
    /// <summary>Whether JetStream and MaxText are those of the default image, whose behaviour is known.</summary>
    public bool IsDefaultJetStream => JetStream == ServingDefaults.Settings.Images!.JetStream;

    /// <summary>The images of settings over which the defaults were laid.</summary>
    public static ServingImages From(ImageSettings images) =>
        new(
            $"{images.PathwaysProxy}:{images.PathwaysTag}",
            $"{images.PathwaysServer}:{images.PathwaysTag}",
            images.JetStream!,
            images.JetStreamHttp!,
            images.PullPolicy!
        );
}
