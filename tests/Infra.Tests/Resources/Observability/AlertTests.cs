using Infra.Tests.Resources.Platform;

namespace Infra.Tests.Resources.Observability;

public sealed class AlertTests
{
    private const int Placement = 20 * 60;

    [Fact]
    public async Task A_serving_has_four_alerts_with_severity_and_serving_name()
    {
        var graph = await MonitoredStack.RecordAsync();

        Assert.Equal(
            ["a-backlog: WARNING", "a-crash-loop: ERROR", "a-no-leader: CRITICAL", "a-slots: WARNING"],
            graph.GetResources("AlertPolicy").Select(alert => $"{alert.Name}: {alert.TextAt("severity")}").Order()
        );
        Assert.All(
            graph.GetResources("AlertPolicy"),
            alert =>
            {
                Assert.Equal("a", alert.TextAt("userLabels|serving"));
                Assert.Equal("test", alert.TextAt("userLabels|pulumi-stack"));
                Assert.Equal("my-project", alert.TextAt("project"));
                Assert.StartsWith(
                    "a in jetstream-pathways-test: ",
                    alert.TextAt("displayName"),
                    StringComparison.Ordinal
                );
                Assert.Matches("^[0-9]+s$", alert.TextAt("alertStrategy|autoClose"));
            }
        );
    }

    [Theory]
    [InlineData(60, 100)]
    [InlineData(120, 100)]
    [InlineData(7, 13)]
    public async Task No_alert_fires_within_the_startup_probe_budget(int period, int failures)
    {
        var graph = await MonitoredStack.RecordAsync(
            $"probes: {{ startup: {{ periodSeconds: {period}, failureThreshold: {failures} }} }}"
        );

        var held = MonitoredStack
            .Conditions(graph.Single("AlertPolicy", "a-no-leader"))
            .Select(one => Seconds(one.Duration));
        var budget = (int)Math.Ceiling(period * failures / 60.0) * 60;
        Assert.Equal([Placement, budget + Placement], held);
    }

    [Fact]
    public async Task The_retest_window_of_an_alert_is_within_the_limit_of_Cloud_Monitoring()
    {
        var graph = await MonitoredStack.RecordAsync(
            "probes: { startup: { periodSeconds: 10, failureThreshold: 8640 } }"
        );

        Assert.All(
            graph.GetResources("AlertPolicy").SelectMany(MonitoredStack.Conditions),
            one => Assert.InRange(Seconds(one.Duration), 0, 84_600)
        );
        Assert.Contains(
            graph.GetResources("AlertPolicy").SelectMany(MonitoredStack.Conditions),
            one => one.Duration == "84600s"
        );
    }

    [Fact]
    public async Task A_leader_that_loads_its_checkpoint_counts_as_starting()
    {
        var (_, query, _) = MonitoredStack
            .Conditions((await MonitoredStack.RecordAsync()).Single("AlertPolicy", "a-no-leader"))
            .First();

        Assert.EndsWith("pod=~\"a-[0-9]+\", phase=\"Running\"}) > 0", query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alerts_can_use_metrics_that_no_serving_has_reported_yet() =>
        Assert.All(
            (await MonitoredStack.RecordAsync()).GetResources("AlertPolicy"),
            alert =>
                Assert.Equal(
                    "true",
                    alert.TextAt("conditions|0|conditionPrometheusQueryLanguage|disableMetricValidation")
                )
        );

    [Fact]
    public async Task Every_alert_contains_its_meaning_commands_and_a_runbook_section()
    {
        var headings = (await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "docs/runbook.md")))
            .Where(line => line.StartsWith("## ", StringComparison.Ordinal))
            .Select(line => line[3..])
            .ToHashSet();

        foreach (var alert in (await MonitoredStack.RecordAsync("namespace: apart")).GetResources("AlertPolicy"))
        {
            var text = alert.TextAt("documentation|content")!;
            Assert.Equal("text/markdown", alert.TextAt("documentation|mimeType"));
            Assert.Contains("```\nkubectl --namespace apart ", text, StringComparison.Ordinal);
            Assert.InRange(text.Length, 200, 8_192);
            var sections = text[text.IndexOf("docs/runbook.md:", StringComparison.Ordinal)..]
                .Split('“', '”')
                .Where((_, i) => i % 2 == 1);
            Assert.NotEmpty(sections);
            Assert.All(sections, section => Assert.Contains(section, headings));
        }
    }

    [Fact]
    public async Task Alerts_notify_the_configured_channels()
    {
        const string Channel = "projects/my-project/notificationChannels/123";
        var graph = await MonitoredStack.RecordAsync($"monitoring: {{ notificationChannels: [ {Channel} ] }}");

        Assert.All(
            graph.GetResources("AlertPolicy"),
            alert => Assert.Equal([Channel], alert.TextsAt("notificationChannels"))
        );
        Assert.All(
            (await MonitoredStack.RecordAsync()).GetResources("AlertPolicy"),
            alert => Assert.Empty(alert.TextsAt("notificationChannels"))
        );
    }

    [Fact]
    public async Task Alert_names_are_unique_in_a_project()
    {
        var names = (await ManagedStack.RecordAsync(ManagedStack.Serving("a") + ManagedStack.Serving("b")))
            .GetResources("AlertPolicy")
            .Select(alert => alert.TextAt("displayName"))
            .ToList();

        Assert.Equal(8, names.Distinct().Count());
    }

    private static int Seconds(string duration) =>
        int.Parse(duration.TrimEnd('s'), System.Globalization.CultureInfo.InvariantCulture);
}
