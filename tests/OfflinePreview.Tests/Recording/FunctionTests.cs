using OfflinePreview.Recording;
using Pulumi;
using Pulumi.Gcp.Container;

namespace OfflinePreview.Tests.Recording;

public sealed class FunctionTests
{
    [Fact]
    public async Task The_result_of_a_function_is_an_unknown_named_after_function_and_field()
    {
        var inputs = await Recorded.InputsAsync(_ =>
            new()
            {
                Text = Pulumi.Output.Format($"https://{LookUp().Apply(cluster => cluster.Endpoint)}/api"),
                Any = LookUp().Apply(cluster => (object)cluster.MasterAuths[0].ClusterCaCertificate),
            }
        );

        Assert.Equal("https://<getCluster.endpoint>/api", inputs["text"].Show());
        Assert.Equal("<getCluster.masterAuths[0].clusterCaCertificate>", inputs["any"].Show());
    }

    [Fact]
    public async Task A_function_whose_result_has_no_class_is_refused_by_name()
    {
        var failure = await Assert.ThrowsAsync<RecordingException>(() =>
            Recorded.InputsAsync(_ =>
                new() { Any = Deployment.Instance.Invoke<object>("test:index:ask", InvokeArgs.Empty) }
            )
        );

        Assert.Contains("test:index:ask reads from the cloud", failure.Message, StringComparison.Ordinal);
    }

    private static Pulumi.Output<GetClusterResult> LookUp() =>
        GetCluster.Invoke(new() { Name = "prod", Location = "us-east5" });
}
