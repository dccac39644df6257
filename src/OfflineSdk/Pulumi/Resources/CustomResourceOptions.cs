namespace Pulumi;

public sealed class CustomResourceOptions : ResourceOptions
{
    public bool? DeleteBeforeReplace { get; set; }

    public List<string> AdditionalSecretOutputs
    {
        get => field ??= [];
        set;
    }

    public string? ImportId { get; set; }

    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        merged.MergeFrom(options1);
        merged.MergeFrom(options2);
        return merged;
    }

    internal override ResourceOptions Clone() => Merge(this, null);

    private void MergeFrom(CustomResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        MergeShared(other);
        DeleteBeforeReplace = other.DeleteBeforeReplace ?? DeleteBeforeReplace;
        AdditionalSecretOutputs = [.. AdditionalSecretOutputs, .. other.AdditionalSecretOutputs];
        ImportId = other.ImportId ?? ImportId;
    }
}
