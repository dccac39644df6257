namespace Pulumi.Kubernetes.Types.Inputs.Helm.V3;

public class ReleaseArgs : ResourceArgs
{
    [Input("atomic")]
    public Input<bool>? Atomic { get; set; }

    [Input("chart", required: true)]
    public Input<string> Chart { get; set; } = null!;

    [Input("compat")]
    internal Input<string>? Compat { get; set; }

    [Input("createNamespace")]
    public Input<bool>? CreateNamespace { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("namespace")]
    public Input<string>? Namespace { get; set; }

    [Input("skipAwait")]
    public Input<bool>? SkipAwait { get; set; }

    [Input("skipCrds")]
    public Input<bool>? SkipCrds { get; set; }

    [Input("timeout")]
    public Input<int>? Timeout { get; set; }

    [field: Input("values")]
    public InputMap<object> Values
    {
        get => field ??= [];
        set;
    }

    [Input("version")]
    public Input<string>? Version { get; set; }
}
