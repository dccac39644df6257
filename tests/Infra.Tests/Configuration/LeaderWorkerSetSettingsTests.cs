using Infra.Model.Names;
using StackConfig.Reading;

namespace Infra.Tests.Configuration;

public sealed class LeaderWorkerSetSettingsTests
{
    private const string Cluster = "cluster: { existing: {} }\n";

    [Fact]
    public void The_newest_release_is_installed_by_default()
    {
        var controller = StackText.Load(Cluster).StackModel!.Controller;

        Assert.Equal("v0.10.0", controller?.Text);
    }

    [Theory]
    [InlineData("install: false")]
    [InlineData("version: v0.4.0")]
    [InlineData("version: v0.9.0")]
    public void Known_releases_and_clusters_that_have_one_are_accepted(string setting) =>
        Assert.Empty(StackText.Load($"{Cluster}leaderWorkerSet: {{ {setting} }}").Problems);

    [Theory]
    [InlineData("v0.4.0", false, false)]
    [InlineData("v0.5.1", false, false)]
    [InlineData("v0.6.0", true, false)]
    [InlineData("v0.8.0", true, false)]
    [InlineData("v0.9.0", true, true)]
    [InlineData("v0.10.0", true, true)]
    public void A_release_supports_features_introduced_up_to_it(string text, bool excludes, bool observes)
    {
        Assert.True(LeaderWorkerSetVersion.TryParse(text, out var version));
        Assert.Equal((excludes, observes), (version.CanExcludeLeader, version.ObservesGeneration));
    }

    [Theory]
    [InlineData("version: 0.10.0", "leaderWorkerSet.version", "v0.10.0")]
    [InlineData("version: v0.3.0", "leaderWorkerSet.version", "v0.4.0")]
    [InlineData("install: perhaps", "leaderWorkerSet.install", "true")]
    [InlineData("release: v0.10.0", "leaderWorkerSet.release", "version")]
    public void Other_values_are_reported_with_the_allowed_ones(string setting, string key, string accepted)
    {
        var problem = Assert.Single(StackText.Load($"{Cluster}leaderWorkerSet: {{ {setting} }}").Problems);

        Assert.Equal((Severity.Error, key), (problem.Severity, problem.Key));
        Assert.Contains(accepted, problem.Message, StringComparison.Ordinal);
    }
}
