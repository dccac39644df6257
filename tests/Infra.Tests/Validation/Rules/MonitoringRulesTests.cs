namespace Infra.Tests.Validation.Rules;

public sealed class MonitoringRulesTests
{
    private const string Place = "servings[0].monitoring";

    [Theory]
    [InlineData(8000)]
    [InlineData(9000)]
    [InlineData(9999)]
    [InlineData(38677)]
    [InlineData(38679)]
    [InlineData(38681)]
    public void The_metrics_port_must_be_free(int port)
    {
        RuleStack.Refuses(
            "MetricsPortConflict",
            RuleStack.Existing($"monitoring: {{ prometheusPort: {port} }}"),
            $"{Place}.prometheusPort",
            "8000, 9000, 9999, 38677, 38679, 38681"
        );
        RuleStack.Accepts(RuleStack.Existing($"monitoring: {{ prometheusPort: {port + 1} }}"));
    }

    [Fact]
    public void The_profiler_port_follows_from_the_flags()
    {
        const string Profiler = ", maxText: { flags: [ jax_profiler_port: 9998 ] }";
        RuleStack.Refuses(
            "MetricsPortConflict",
            RuleStack.Existing("monitoring: { prometheusPort: 9998 }" + Profiler),
            $"{Place}.prometheusPort",
            "9998"
        );
        RuleStack.Accepts(RuleStack.Existing("monitoring: { prometheusPort: 9999 }" + Profiler));
    }

    [Fact]
    public void Metrics_are_not_collected_without_a_metrics_port()
    {
        RuleStack.Refuses(
            "MonitoringUnavailable",
            RuleStack.Existing("monitoring: { prometheusPort: 0, podMonitoring: true }"),
            $"{Place}.podMonitoring",
            "another prometheusPort"
        );
        RuleStack.Accepts(RuleStack.Existing("monitoring: { prometheusPort: 0 }"));
    }

    [Theory]
    [InlineData("dashboard", "existing: {}")]
    [InlineData("alerts", "existing: { context: gke }")]
    [InlineData("alerts", "existing: { name: mine, location: us-east5 }")]
    public void A_cluster_given_by_kubeconfig_context_gets_no_alerts_or_dashboard(string key, string cluster)
    {
        RuleStack.Refuses(
            "MonitoringUnavailable",
            Stack(cluster, $"{key}: true"),
            $"{Place}.{key}",
            "cluster.existing with name, location and project"
        );
        RuleStack.Accepts(Stack("existing: { name: mine, location: us-east5, project: my-project }", $"{key}: true"));
        RuleStack.Accepts(Stack(cluster, $"{key}: false"));
    }

    [Fact]
    public void Notification_channels_without_alerts_are_refused()
    {
        const string Channels = "notificationChannels: [ projects/my-project/notificationChannels/1 ]";
        RuleStack.Refuses(
            "MonitoringUnavailable",
            RuleStack.ManagedStack($"monitoring: {{ alerts: false, {Channels} }}"),
            $"{Place}.notificationChannels",
            "alerts: true"
        );
        RuleStack.Accepts(RuleStack.ManagedStack($"monitoring: {{ {Channels} }}"));
    }

    [Theory]
    [InlineData("projects/my-project/notificationChannels/123456789012345678")]
    [InlineData("projects/123456/notificationChannels/1")]
    public void A_notification_channel_is_given_by_its_resource_name(string channel) =>
        RuleStack.Accepts(RuleStack.ManagedStack($"monitoring: {{ notificationChannels: [ {channel} ] }}"));

    [Theory]
    [InlineData("me@example.com")]
    [InlineData("123")]
    [InlineData("projects/my-project/notificationChannels/")]
    [InlineData("projects/my-project/notificationChannels/1/more")]
    public void An_invalid_notification_channel_is_refused(string channel)
    {
        var problem = Assert.Single(
            StackText.Load(RuleStack.ManagedStack($"monitoring: {{ notificationChannels: [ '{channel}' ] }}")).Problems
        );

        Assert.Equal($"{Place}.notificationChannels[0]", problem.Key);
        Assert.Contains("projects/PROJECT/notificationChannels/NUMBER", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Duplicate_notification_channels_are_refused()
    {
        const string one = "projects/my-project/notificationChannels/1";
        const string other = "projects/my-project/notificationChannels/2";

        RuleStack.Refuses("DuplicateNotificationChannel", Stack([one, other, one]), Key(2), "Remove one of them");
        RuleStack.Accepts(Stack([one, other]));

        static string Key(int index) => $"{Place}.notificationChannels[{index}]";

        static string Stack(string[] channels) =>
            RuleStack.ManagedStack($"monitoring: {{ notificationChannels: [ {string.Join(", ", channels)} ] }}");
    }

    [Fact]
    public void The_metrics_port_must_not_be_set_as_a_flag() =>
        RuleStack.Refuses(
            "DerivedFlagSet",
            RuleStack.Existing("maxText: { flags: [ prometheus_port: 9090 ] }"),
            "servings[0].maxText.flags",
            "derived from monitoring.prometheusPort"
        );

    private static string Stack(string cluster, string monitoring) =>
        $"cluster: {{ {cluster} }}\nservings:\n  - {{ name: a, topology: 2x2, checkpoint: gs://mine/model, scratch: gs://temporary/tmp, "
        + $"{StackText.SmallModel}, monitoring: {{ {monitoring} }} }}";
}
