using Pulumi;

namespace Tests.Shared;

/// <summary>An object of Kubernetes of any kind, without the Kubernetes package.</summary>
public sealed class KubeObject(
    string name,
    string apiVersion,
    string kind,
    KubeObjectArgs args,
    CustomResourceOptions? options = null
)
    : CustomResource(
        $"kubernetes:{(apiVersion is "v1" ? "core/v1" : apiVersion)}:{kind}",
        name,
        args.WithKind(apiVersion, kind),
        options
    );

public sealed class KubeObjectArgs : ResourceArgs
{
    [Input("apiVersion")]
    public Input<string>? ApiVersion { get; set; }

    [Input("kind")]
    public Input<string>? Kind { get; set; }

    [Input("metadata")]
    public KubeMetadataArgs? Metadata { get; set; }

    [Input("spec")]
    public KubeContainerArgs? Spec { get; set; }

    internal KubeObjectArgs WithKind(string apiVersion, string kind)
    {
        (ApiVersion, Kind) = (apiVersion, kind);
        return this;
    }
}

public sealed class KubeMetadataArgs : ResourceArgs
{
    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("namespace")]
    public Input<string>? Namespace { get; set; }

    [Input("labels")]
    private InputMap<string>? _labels;

    public InputMap<string> Labels
    {
        get => _labels ??= [];
        set => _labels = value;
    }

    [Input("annotations")]
    private InputMap<string>? _annotations;

    public InputMap<string> Annotations
    {
        get => _annotations ??= [];
        set => _annotations = value;
    }
}

public sealed class KubeContainerArgs : ResourceArgs
{
    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("replicas")]
    public Input<int>? Replicas { get; set; }

    [Input("args")]
    private InputList<string>? _args;

    public InputList<string> Args
    {
        get => _args ??= [];
        set => _args = value;
    }

    [Input("env")]
    private InputMap<string>? _env;

    public InputMap<string> Env
    {
        get => _env ??= [];
        set => _env = value;
    }
}
