using OfflinePreview.Output;

namespace OfflinePreview.Tests.Recording;

/// <summary>Changes the environment of the process, so it runs while no other test does.</summary>
[Collection(nameof(EnvironmentTests))]
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
public sealed class EnvironmentTests
{
    private static readonly string[] Variables =
    [
        "KUBECONFIG",
        "GOOGLE_PROJECT",
        "GOOGLE_CLOUD_PROJECT",
        "GCLOUD_PROJECT",
        "CLOUDSDK_CORE_PROJECT",
        "GOOGLE_REGION",
        "GOOGLE_ZONE",
        "PULUMI_K8S_DELETE_UNREACHABLE",
        "PULUMI_K8S_ENABLE_PATCH_FORCE",
        "PULUMI_K8S_ENABLE_SERVER_SIDE_APPLY",
    ];

    [Fact]
    public async Task A_plan_does_not_depend_on_the_environment()
    {
        var before = await PlanAsync();

        foreach (var variable in Variables)
        {
            Environment.SetEnvironmentVariable(variable, "true");
        }

        try
        {
            Assert.Equal(before, await PlanAsync());
            Assert.All(Variables, variable => Assert.Equal("true", Environment.GetEnvironmentVariable(variable)));
        }
        finally
        {
            Array.ForEach(Variables, variable => Environment.SetEnvironmentVariable(variable, null));
        }
    }

    private static async Task<string> PlanAsync() =>
        PlanJson.Write(
            await Recorded.StackAsync(() =>
            {
                _ = new Pulumi.Gcp.Provider("gcp", new Pulumi.Gcp.ProviderArgs());
                _ = new Pulumi.Kubernetes.Provider(
                    "kubernetes",
                    new Pulumi.Kubernetes.ProviderArgs { Context = "here" }
                );
            })
        );
}
