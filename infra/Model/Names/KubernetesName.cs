namespace Infra.Model.Names;

/// <summary>A name that Kubernetes accepts everywhere: a DNS-1035 label.</summary>
/// <remarks>LeaderWorkerSets (from LWS 0.5) and Services accept no other. Source: RFC 1035 as Kubernetes applies it.</remarks>
public static class KubernetesName
{
    /// <summary>What is accepted.</summary>
    public const string Accepted =
        "at most 63 lower-case letters, digits and dashes, starting with a letter and not ending with a dash";

    /// <summary>The pattern of a whole name.</summary>
    public const string Pattern = "[a-z][a-z0-9-]{0,62}(?<!-)";
}
