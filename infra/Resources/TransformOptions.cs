using Pulumi;

namespace Infra.Resources;

/// <summary>The options that an engine-side transform is given, as it may return them.</summary>
internal static class TransformOptions
{
    /// <summary>
    /// Takes back what the SDK made explicit although nobody set it. Handed back, a <c>deleteBeforeReplace</c> of <c>false</c> would overrule a
    /// provider that has to delete first. Source: <c>AllocateTransform</c> in pulumi-dotnet, step_generator.go in the Pulumi engine.
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
