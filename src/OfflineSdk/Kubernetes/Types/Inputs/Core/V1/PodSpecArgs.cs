namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class PodSpecArgs : ResourceArgs
{
    [Input("activeDeadlineSeconds")]
    public Input<int>? ActiveDeadlineSeconds { get; set; }

    [Input("affinity")]
    public Input<AffinityArgs>? Affinity { get; set; }

    [Input("automountServiceAccountToken")]
    public Input<bool>? AutomountServiceAccountToken { get; set; }

    [field: Input("containers", required: true)]
    public InputList<ContainerArgs> Containers
    {
        get => field ??= [];
        set;
    }

    [Input("dnsPolicy")]
    public Input<string>? DnsPolicy { get; set; }

    [Input("enableServiceLinks")]
    public Input<bool>? EnableServiceLinks { get; set; }

    [Input("hostNetwork")]
    public Input<bool>? HostNetwork { get; set; }

    [field: Input("imagePullSecrets")]
    public InputList<LocalObjectReferenceArgs> ImagePullSecrets
    {
        get => field ??= [];
        set;
    }

    [field: Input("initContainers")]
    public InputList<ContainerArgs> InitContainers
    {
        get => field ??= [];
        set;
    }

    [field: Input("nodeSelector")]
    public InputMap<string> NodeSelector
    {
        get => field ??= [];
        set;
    }

    [Input("priorityClassName")]
    public Input<string>? PriorityClassName { get; set; }

    [Input("restartPolicy")]
    public Input<string>? RestartPolicy { get; set; }

    [Input("schedulerName")]
    public Input<string>? SchedulerName { get; set; }

    [Input("securityContext")]
    public Input<PodSecurityContextArgs>? SecurityContext { get; set; }

    [Input("serviceAccountName")]
    public Input<string>? ServiceAccountName { get; set; }

    [Input("subdomain")]
    public Input<string>? Subdomain { get; set; }

    [Input("terminationGracePeriodSeconds")]
    public Input<int>? TerminationGracePeriodSeconds { get; set; }

    [field: Input("tolerations")]
    public InputList<TolerationArgs> Tolerations
    {
        get => field ??= [];
        set;
    }

    [field: Input("volumes")]
    public InputList<VolumeArgs> Volumes
    {
        get => field ??= [];
        set;
    }
}
