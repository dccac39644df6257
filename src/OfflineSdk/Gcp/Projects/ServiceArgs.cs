namespace Pulumi.Gcp.Projects;

public sealed class ServiceArgs : ResourceArgs
{
    [Input("disableDependentServices")]
    public Input<bool>? DisableDependentServices { get; set; }

    [Input("disableOnDestroy")]
    public Input<bool>? DisableOnDestroy { get; set; }

    [Input("project")]
    public Input<string>? Project { get; set; }

    [Input("service", required: true)]
    public Input<string> ServiceName { get; set; } = null!;
}
