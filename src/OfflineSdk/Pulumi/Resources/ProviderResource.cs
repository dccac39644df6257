using Pulumi.Serialization;

namespace Pulumi;

public class ProviderResource : CustomResource
{
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base($"pulumi:providers:{package}", name, args, options) => Package = package;

    internal string Package { get; }

    /// <summary>The reference to a provider as mocks and the engine expect it; empty for the default provider.</summary>
    internal static async Task<string> GetReferenceAsync(ProviderResource? provider)
    {
        if (provider is null)
        {
            return "";
        }

        var urn = await provider.Urn.GetValueAsync(whenUnknown: "");
        var id = await provider.Id.GetValueAsync(whenUnknown: "");
        return $"{urn}::{(string.IsNullOrEmpty(id) ? Serializer.UnknownValue : id)}";
    }
}
