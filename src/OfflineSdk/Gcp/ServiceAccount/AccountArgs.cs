namespace Pulumi.Gcp.ServiceAccount;

public sealed class AccountArgs : ResourceArgs
{
    [Input("accountId")]
    public Input<string>? AccountId { get; set; }

    [Input("createIgnoreAlreadyExists")]
    public Input<bool>? CreateIgnoreAlreadyExists { get; set; }

    [Input("description")]
    public Input<string>? Description { get; set; }

    [Input("disabled")]
    public Input<bool>? Disabled { get; set; }

    [Input("displayName")]
    public Input<string>? DisplayName { get; set; }

    [Input("project")]
    public Input<string>? Project { get; set; }
}
