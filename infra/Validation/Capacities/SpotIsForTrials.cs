using Infra.Model;
using Infra.Model.Tpu;

namespace Infra.Validation.Capacities;

/// <summary>What answers real prompts does not stand on machines that go at 30 seconds' notice, and its whole slice with each of them.</summary>
/// <remarks>Source: "About TPUs in GKE".</remarks>
public sealed class SpotIsForTrials : IRule
{
    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        if (stack.Settings.Environment != StackEnvironment.Prod)
        {
            return;
        }

        foreach (var (key, _, _) in stack.Servings.Where(one => one.Serving.Capacity.Kind == CapacityKind.Spot))
        {
            report
                .At(key)
                .Warn(
                    "capacity.kind",
                    "spot machines are taken away at 30 seconds' notice, and the model loads for minutes after; accepted in prod: on-demand, reservation, flex-start"
                );
        }
    }
}
