using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Resources.Pods;

/// <summary>The security context of pods without privileges: not root, read-only root file system, no capabilities.</summary>
/// <remarks>Source: the Restricted level of Kubernetes' Pod Security Standards.</remarks>
internal static class RestrictedSecurityContext
{
    private const int Nobody = 65_532;

    /// <summary>The security context of the pod.</summary>
    public static PodSecurityContextArgs CreatePodContext() =>
        new()
        {
            RunAsNonRoot = true,
            RunAsUser = Nobody,
            RunAsGroup = Nobody,
            SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
        };

    /// <summary>The security context of each of its containers.</summary>
    public static SecurityContextArgs CreateContainerContext() =>
        new()
        {
            AllowPrivilegeEscalation = false,
            ReadOnlyRootFilesystem = true,
            Capabilities = new CapabilitiesArgs { Drop = { "ALL" } },
        };
}
