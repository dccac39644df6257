using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Model.Names;

namespace Infra.Model.Servings;

/// <summary>The Service in front of a model.</summary>
public sealed record ServiceSettings
{
    /// <summary>Its name. Default: the serving's name with <c>-http</c>.</summary>
    [RegularExpression(KubernetesName.Pattern)]
    [Accepted(KubernetesName.Accepted)]
    public string? Name { get; init; }

    /// <summary>Its port. Default 8000.</summary>
    [Range(1, 65_535)]
    public required int Port { get; init; }
}
