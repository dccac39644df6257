using Infra.Model.Servings;

namespace Infra.Validation.Monitoring;

/// <summary>All containers of a leader share one address, so the port of the metrics is nobody else's.</summary>
public sealed class MetricsHaveTheirPort : ServingRule
{
    private const string ProfilerPort = "jax_profiler_port";

    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        int?[] taken = [.. Port.Fixed, serving.MaxText.Whole(ProfilerPort)];
        if (serving.Serving.Monitoring.MetricsPort is { } port && taken.Contains(port))
        {
            report
                .At("monitoring")
                .Error(
                    "prometheusPort",
                    $"is the port {port} of another part of the leader; accepted: 0, or any port up to 65535 but "
                        + string.Join(", ", taken.OfType<int>().Distinct().Order())
                );
        }
    }
}
