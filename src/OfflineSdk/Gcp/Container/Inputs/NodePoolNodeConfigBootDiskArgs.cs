namespace Pulumi.Gcp.Container.Inputs;

public sealed class NodePoolNodeConfigBootDiskArgs : ResourceArgs
{
    [Input("diskType")]
    public Input<string>? DiskType { get; set; }

    [Input("provisionedIops")]
    public Input<int>? ProvisionedIops { get; set; }

    [Input("provisionedThroughput")]
    public Input<int>? ProvisionedThroughput { get; set; }

    [Input("sizeGb")]
    public Input<int>? SizeGb { get; set; }
}
