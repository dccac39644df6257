using Infra.Model.Names;

namespace Infra.Model.Servings;

/// <summary>An environment variable of a container: a name with either a value or a secret.</summary>
public sealed record EnvSettings
{
    /// <summary>The variable's name. Required.</summary>
    public required EnvName Name { get; init; }

    /// <summary>Its value.</summary>
    public string? Value { get; init; }

    /// <summary>
    /// The key of an encrypted top-level setting that holds the value. The container reads it from a Kubernetes Secret.
    /// </summary>
    public string? Secret { get; init; }
}
