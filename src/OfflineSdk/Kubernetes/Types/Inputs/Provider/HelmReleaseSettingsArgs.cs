namespace Pulumi.Kubernetes.Types.Inputs.Provider;

public class HelmReleaseSettingsArgs : ResourceArgs
{
    [Input("driver")]
    public Input<string>? Driver { get; set; }

    [Input("pluginsPath")]
    public Input<string>? PluginsPath { get; set; }

    [Input("registryConfigPath")]
    public Input<string>? RegistryConfigPath { get; set; }

    [Input("repositoryCache")]
    public Input<string>? RepositoryCache { get; set; }

    [Input("repositoryConfigPath")]
    public Input<string>? RepositoryConfigPath { get; set; }
}
