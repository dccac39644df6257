namespace Infra.Resources.Servings;

/// <summary>A command and the interpretation of its output.</summary>
/// <param name="Command">The command.</param>
/// <param name="Interpretation">What to look for in its output, and what it means.</param>
public sealed record TroubleshootingStep(string Command, string Interpretation);

/// <summary>Formats troubleshooting steps as one message.</summary>
internal static class TroubleshootingMessage
{
    /// <summary>Formats the message: the problem, the numbered steps, and the next action.</summary>
    /// <param name="problem">What failed, as a sentence.</param>
    /// <param name="access">The command that selects the cluster, which becomes the first step.</param>
    /// <param name="steps">The other steps.</param>
    /// <param name="end">The next action, as a sentence.</param>
    public static string Format(string problem, string access, IEnumerable<TroubleshootingStep> steps, string end)
    {
        TroubleshootingStep[] all = [new(access, "Selects the cluster."), .. steps];
        var lines = all.Select((step, index) => $"\n  {index + 1}. {step.Command}\n     {step.Interpretation}");
        return $"{problem} If the error of the operation is not conclusive, check in this order:{string.Concat(lines)}\n{end} "
            + "See docs/runbook.md.";
    }
}
