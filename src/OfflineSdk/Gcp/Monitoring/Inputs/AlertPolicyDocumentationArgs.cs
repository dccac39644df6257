namespace Pulumi.Gcp.Monitoring.Inputs;

public sealed class AlertPolicyDocumentationArgs : ResourceArgs
{
    [Input("content")]
    public Input<string>? Content { get; set; }

    [Input("mimeType")]
    public Input<string>? MimeType { get; set; }

    [Input("subject")]
    public Input<string>? Subject { get; set; }
}
