using Pulumi.Gcp.Storage.Inputs;

namespace Pulumi.Gcp.Storage;

public sealed class BucketArgs : ResourceArgs
{
    [Input("autoclass")]
    public Input<BucketAutoclassArgs>? Autoclass { get; set; }

    [Input("customPlacementConfig")]
    public Input<BucketCustomPlacementConfigArgs>? CustomPlacementConfig { get; set; }

    [Input("defaultEventBasedHold")]
    public Input<bool>? DefaultEventBasedHold { get; set; }

    [Input("enableObjectRetention")]
    public Input<bool>? EnableObjectRetention { get; set; }

    [Input("encryption")]
    public Input<BucketEncryptionArgs>? Encryption { get; set; }

    [Input("forceDestroy")]
    public Input<bool>? ForceDestroy { get; set; }

    [Input("hierarchicalNamespace")]
    public Input<BucketHierarchicalNamespaceArgs>? HierarchicalNamespace { get; set; }

    [field: Input("labels")]
    public InputMap<string> Labels
    {
        get => field ??= [];
        set;
    }

    [field: Input("lifecycleRules")]
    public InputList<BucketLifecycleRuleArgs> LifecycleRules
    {
        get => field ??= [];
        set;
    }

    [Input("location", required: true)]
    public Input<string> Location { get; set; } = null!;

    [Input("logging")]
    public Input<BucketLoggingArgs>? Logging { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("project")]
    public Input<string>? Project { get; set; }

    [Input("publicAccessPrevention")]
    public Input<string>? PublicAccessPrevention { get; set; }

    [Input("requesterPays")]
    public Input<bool>? RequesterPays { get; set; }

    [Input("retentionPolicy")]
    public Input<BucketRetentionPolicyArgs>? RetentionPolicy { get; set; }

    [Input("rpo")]
    public Input<string>? Rpo { get; set; }

    [Input("softDeletePolicy")]
    public Input<BucketSoftDeletePolicyArgs>? SoftDeletePolicy { get; set; }

    [Input("storageClass")]
    public Input<string>? StorageClass { get; set; }

    [Input("uniformBucketLevelAccess")]
    public Input<bool>? UniformBucketLevelAccess { get; set; }

    [Input("versioning")]
    public Input<BucketVersioningArgs>? Versioning { get; set; }
}
