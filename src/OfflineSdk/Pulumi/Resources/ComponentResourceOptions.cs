namespace Pulumi;

public sealed class ComponentResourceOptions : ResourceOptions
{
    public List<ProviderResource> Providers
    {
        get => field ??= [];
        set;
    }

    /// <summary>Merges the options; of several providers for one package the last is kept.</summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        merged.Take(options1);
        merged.Take(options2);
        merged.Providers = [.. merged.Providers.AsEnumerable().Reverse().DistinctBy(item => item.Package).Reverse()];
        return merged;
    }

    internal override ResourceOptions Clone()
    {
        var copy = new ComponentResourceOptions();
        copy.Take(this);
        return copy;
    }

    private void Take(ComponentResourceOptions? other)
    {
        if (other is not null)
        {
            MergeShared(other);
            Providers = [.. Providers, .. other.Providers];
        }
    }
}
