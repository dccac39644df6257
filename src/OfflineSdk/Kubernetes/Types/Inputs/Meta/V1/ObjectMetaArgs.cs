namespace Pulumi.Kubernetes.Types.Inputs.Meta.V1;

public class ObjectMetaArgs : ResourceArgs
{
    [field: Input("annotations")]
    public InputMap<string> Annotations
    {
        get => field ??= [];
        set;
    }

    [Input("generateName")]
    public Input<string>? GenerateName { get; set; }

    [field: Input("labels")]
    public InputMap<string> Labels
    {
        get => field ??= [];
        set;
    }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("namespace")]
    public Input<string>? Namespace { get; set; }
}
