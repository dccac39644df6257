using Infra.Model.Servings;

namespace Infra.Validation.Containers;

/// <summary>A deployment that waits for a serving waits as long as the startup probe lets the model load; that is bounded.</summary>
/// <remarks>The largest model that is known here loads in 20 minutes. Source: Google's tutorial on serving with JetStream and Pathways.</remarks>
public sealed class WaitsHaveAnEnd : ServingRule
{
    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        var (budget, longest) = (serving.Serving.Probes.StartupBudget, ServingPatience.LongestBudget);
        if ((serving.Serving.WaitUntilReady || serving.Serving.HasSmokeTest) && budget > longest)
        {
            report.Error(
                "probes.startup",
                $"lets a start take {budget.TotalSeconds} s, for which a deployment would wait; accepted: initialDelaySeconds + periodSeconds × "
                    + $"failureThreshold of at most {longest.TotalSeconds} s, or more with waitUntilReady: false and without smokeTest"
            );
        }
    }
}
