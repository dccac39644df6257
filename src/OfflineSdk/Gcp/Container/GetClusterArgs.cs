namespace Pulumi.Gcp.Container;

public sealed class GetClusterArgs : InvokeArgs
{
    [Input("location")]
    public string? Location { get; set; }

    [Input("name", required: true)]
    public string Name { get; set; } = null!;

    [Input("project")]
    public string? Project { get; set; }
}
