namespace Pulumi.Gcp.Compute.Inputs;

public sealed class SubnetworkLogConfigArgs : ResourceArgs
{
    [Input("aggregationInterval")]
    public Input<string>? AggregationInterval { get; set; }

    [Input("filterExpr")]
    public Input<string>? FilterExpr { get; set; }

    [Input("flowSampling")]
    public Input<double>? FlowSampling { get; set; }

    [Input("metadata")]
    public Input<string>? Metadata { get; set; }

    [field: Input("metadataFields")]
    public InputList<string> MetadataFields
    {
        get => field ??= [];
        set;
    }
}
