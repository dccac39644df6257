namespace Pulumi.Gcp.ServiceAccount;

public class Account(string name, AccountArgs? args = null, CustomResourceOptions? options = null)
    : CustomResource("gcp:serviceaccount/account:Account", name, args ?? new AccountArgs(), options)
{
    [Output("accountId")]
    public Output<string> AccountId { get; private set; } = null!;

    [Output("email")]
    public Output<string> Email { get; private set; } = null!;

    [Output("member")]
    public Output<string> Member { get; private set; } = null!;

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("uniqueId")]
    public Output<string> UniqueId { get; private set; } = null!;
}
