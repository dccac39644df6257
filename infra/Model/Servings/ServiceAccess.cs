namespace Infra.Model.Servings;

/// <summary>From where a model can be reached.</summary>
public enum ServiceAccess
{
    /// <summary>From pods of the cluster.</summary>
    Cluster,

    /// <summary>Also from the VPC network and the networks connected to it, through an internal load balancer.</summary>
    Internal,
}
