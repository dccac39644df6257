namespace Pulumi;

public sealed class Config
{
    private readonly string _name;

    public Config(string? name = null)
    {
        const string suffix = ":config";
        name ??= Deployment.Instance.ProjectName;
        _name = name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name;
    }

    public string? Get(string key) => Deployment.Instance.GetConfig(FullKey(key));

    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    public string Require(string key) =>
        Get(key)
        ?? throw new RunException(
            $"The configuration has no '{FullKey(key)}': set it with `pulumi config set {FullKey(key)} <value>`."
        );

    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    private string FullKey(string key) => $"{_name}:{key}";
}
