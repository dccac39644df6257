namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class ContainerArgs : ResourceArgs
{
    [field: Input("args")]
    public InputList<string> Args
    {
        get => field ??= [];
        set;
    }

    [field: Input("command")]
    public InputList<string> Command
    {
        get => field ??= [];
        set;
    }

    [field: Input("env")]
    public InputList<EnvVarArgs> Env
    {
        get => field ??= [];
        set;
    }

    [field: Input("envFrom")]
    public InputList<EnvFromSourceArgs> EnvFrom
    {
        get => field ??= [];
        set;
    }

    [Input("image")]
    public Input<string>? Image { get; set; }

    [Input("imagePullPolicy")]
    public Input<string>? ImagePullPolicy { get; set; }

    [Input("livenessProbe")]
    public Input<ProbeArgs>? LivenessProbe { get; set; }

    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [field: Input("ports")]
    public InputList<ContainerPortArgs> Ports
    {
        get => field ??= [];
        set;
    }

    [Input("readinessProbe")]
    public Input<ProbeArgs>? ReadinessProbe { get; set; }

    [Input("resources")]
    public Input<ResourceRequirementsArgs>? Resources { get; set; }

    [Input("restartPolicy")]
    public Input<string>? RestartPolicy { get; set; }

    [Input("securityContext")]
    public Input<SecurityContextArgs>? SecurityContext { get; set; }

    [Input("startupProbe")]
    public Input<ProbeArgs>? StartupProbe { get; set; }

    [Input("terminationMessagePolicy")]
    public Input<string>? TerminationMessagePolicy { get; set; }

    [field: Input("volumeMounts")]
    public InputList<VolumeMountArgs> VolumeMounts
    {
        get => field ??= [];
        set;
    }

    [Input("workingDir")]
    public Input<string>? WorkingDir { get; set; }
}
