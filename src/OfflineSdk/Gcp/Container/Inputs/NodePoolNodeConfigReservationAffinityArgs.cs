namespace Pulumi.Gcp.Container.Inputs;

public sealed class NodePoolNodeConfigReservationAffinityArgs : ResourceArgs
{
    [Input("consumeReservationType", required: true)]
    public Input<string> ConsumeReservationType { get; set; } = null!;

    [Input("key")]
    public Input<string>? Key { get; set; }

    [field: Input("values")]
    public InputList<string> Values
    {
        get => field ??= [];
        set;
    }
}
