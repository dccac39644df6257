namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class LocalObjectReferenceArgs : ResourceArgs
{
    [Input("name")]
    public Input<string>? Name { get; set; }
}
