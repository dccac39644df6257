using Infra.Model.Names;

namespace Infra.Model.Servings;

/// <summary>One environment variable of a container: a name with either a value or a secret.</summary>
public sealed record EnvSettings
{
    /// <summary>The variable's name. Required.</summary>
    public required EnvName Name { get; init; }

    /// <summary>Its value.</summary>
    public string? Value { get; init; }

    /// <summary>
    /// The key of an encrypted top-level setting whose text is the value. It reaches the container through a Kubernetes Secret.
    /// </summary>
    public string? Secret { get; init; }
}
