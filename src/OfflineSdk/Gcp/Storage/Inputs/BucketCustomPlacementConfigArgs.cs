namespace Pulumi.Gcp.Storage.Inputs;

public sealed class BucketCustomPlacementConfigArgs : ResourceArgs
{
    [field: Input("dataLocations", required: true)]
    public InputList<string> DataLocations
    {
        get => field ??= [];
        set;
    }
}
