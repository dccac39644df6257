namespace Pulumi.Gcp.ServiceAccount;

public sealed class IAMMemberArgs : ResourceArgs
{
    [Input("member", required: true)]
    public Input<string> Member { get; set; } = null!;

    [Input("role", required: true)]
    public Input<string> Role { get; set; } = null!;

    [Input("serviceAccountId", required: true)]
    public Input<string> ServiceAccountId { get; set; } = null!;
}
