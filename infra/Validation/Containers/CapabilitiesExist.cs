using Infra.Configuration.Reading;

namespace Infra.Validation.Containers;

/// <summary>Capabilities are those of Linux, without <c>CAP_</c>, each once: Kubernetes takes any text, the container then does not start.</summary>
/// <remarks>Source: capabilities(7) of the Linux manual.</remarks>
public sealed class CapabilitiesExist : ServingRule
{
    private static readonly string[] Known = (
        "ALL AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER "
        + "FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST "
        + "NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE "
        + "SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM"
    ).Split(' ');

    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        foreach (var (place, container) in OwnContainers.Of(serving, report))
        {
            foreach (var (index, capability) in container.Capabilities.Index().Where(one => !Known.Contains(one.Item)))
            {
                place.Error(
                    $"capabilities[{index}]",
                    $"`{KeyPath.Shown(capability)}` is no capability; accepted: {string.Join(", ", Known)}"
                );
            }
        }
    }
}
