using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Resources.Pods;

/// <summary>What pods without any right run as: nobody, with nothing to write to but what is mounted, and no way to more.</summary>
/// <remarks>Source: the level Restricted of Kubernetes' Pod Security Standards, and a root file system that is only read.</remarks>
internal static class RestrictedSecurityContext
{
    private const int Nobody = 65_532;

    /// <summary>For the pod.</summary>
    public static PodSecurityContextArgs ForPod() =>
        new()
        {
            RunAsNonRoot = true,
            RunAsUser = Nobody,
            RunAsGroup = Nobody,
            SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
        };

    /// <summary>For each of its containers.</summary>
    public static SecurityContextArgs ForContainer() =>
        new()
        {
            AllowPrivilegeEscalation = false,
            ReadOnlyRootFilesystem = true,
            Capabilities = new CapabilitiesArgs { Drop = { "ALL" } },
        };
}
