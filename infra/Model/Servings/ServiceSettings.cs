using System.ComponentModel.DataAnnotations;
using Infra.Model.Names;

namespace Infra.Model.Servings;

/// <summary>The Service in front of a model.</summary>
public sealed record ServiceSettings
{
    /// <summary>Its name. Default: the serving's name with <c>-http</c>.</summary>
    public KubernetesName? Name { get; init; }

    /// <summary>Its port. Default 8000.</summary>
    [Range(1, 65_535)]
    public int? Port { get; init; }

    /// <summary>These settings where they say something, <paramref name="below"/> elsewhere.</summary>
    public ServiceSettings Over(ServiceSettings? below) =>
        new() { Name = Name ?? below?.Name, Port = Port ?? below?.Port };
}
