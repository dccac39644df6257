namespace Infra.Tests.Preview.Recording;

public sealed class RehearsalTests
{
    [Fact]
    public async Task A_rehearsal_constructs_what_every_serving_consists_of()
    {
        var graph = await Rehearsal.RecordAsync();

        Assert.Equal(
            [
                "jetstream-pathways:index:JetStreamPathways",
                "kubernetes:core/v1:Service",
                "kubernetes:leaderworkerset.x-k8s.io/v1:LeaderWorkerSet",
                "pulumi:providers:kubernetes",
                "pulumi:pulumi:Stack",
            ],
            graph.Resources.Select(node => node.Type).Order(StringComparer.Ordinal)
        );
    }
}
