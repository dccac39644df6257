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

    /// <summary>
    /// From where the model can be reached: from pods of the cluster (<c>cluster</c>), or also from the VPC network in the same region
    /// (<c>internal</c>), through an internal load balancer that GKE creates and Google bills. There is no public address. Default <c>cluster</c>.
    /// </summary>
    public required ServiceAccess Access { get; init; }

    /// <summary>
    /// The ranges of the clients that may use the internal load balancer, each a <c>/8</c> or smaller; GKE opens its firewall to them. Default: the
    /// private ranges of RFC 1918.
    /// </summary>
    [MinLength(1)]
    public required IReadOnlyList<CidrRange> SourceRanges { get; init; }

    /// <summary>Whether there is an internal load balancer.</summary>
    public bool HasLoadBalancer => Access == ServiceAccess.Internal;
}
