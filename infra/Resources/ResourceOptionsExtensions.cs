using Pulumi;

namespace Infra.Resources;

/// <summary>Extends the options of resources.</summary>
internal static class ResourceOptionsExtensions
{
    /// <summary>Adds resources that must exist first.</summary>
    /// <param name="options">The options, which are changed.</param>
    /// <param name="resources">The resources; null for one that the stack does not create.</param>
    public static TOptions WithDependsOn<TOptions>(this TOptions options, params IEnumerable<Resource?> resources)
        where TOptions : ResourceOptions
    {
        options.DependsOn.AddRange(resources.OfType<Resource>().ToArray());
        return options;
    }

    /// <summary>
    /// Removes what the SDK makes explicit in the options that it hands to an engine-side transform. Returned as it is, a
    /// <c>deleteBeforeReplace</c> of <c>false</c> would override a provider that has to delete first. Source: <c>AllocateTransform</c> in
    /// pulumi-dotnet, step_generator.go in the Pulumi engine.
    /// </summary>
    public static ResourceOptions WithoutDefaults(this ResourceOptions options)
    {
        if (options is CustomResourceOptions { DeleteBeforeReplace: false } custom)
        {
            custom.DeleteBeforeReplace = null;
        }

        return options;
    }
}
