using System.ComponentModel.DataAnnotations;
using Infra.Model.Names;
using StackConfig.Binding;

namespace Infra.Model.Servings;

/// <summary>The Service in front of a model.</summary>
public sealed record ServiceSettings
{
    /// <summary>The name of the Service. Default: the serving's name with the suffix <c>-http</c>.</summary>
    [RegularExpression(KubernetesName.Pattern)]
    [Expected(KubernetesName.Accepted)]
    public string? Name { get; init; }

    /// <summary>The port of the Service. Default 8000.</summary>
    [Range(1, 65_535)]
    public required int Port { get; init; }
}
