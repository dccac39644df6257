namespace Pulumi;

public sealed class ComponentResourceOptions : ResourceOptions
{
    public List<ProviderResource> Providers
    {
        get => field ??= [];
        set;
    }

    /// <summary>Merges the options; the last provider for a package takes precedence.</summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        merged.MergeFrom(options1);
        merged.MergeFrom(options2);
        merged.Providers = [.. merged.Providers.AsEnumerable().Reverse().DistinctBy(item => item.Package).Reverse()];
        return merged;
    }

    internal override ResourceOptions Clone()
    {
        var copy = new ComponentResourceOptions();
        copy.MergeFrom(this);
        return copy;
    }

    private void MergeFrom(ComponentResourceOptions? other)
    {
        if (other is not null)
        {
            MergeShared(other);
            Providers = [.. Providers, .. other.Providers];
        }
    }
}
