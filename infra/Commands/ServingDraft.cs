using Infra.Configuration;
using Infra.Validation;
using StackConfig.Reading;

namespace Infra.Commands;

/// <summary>A serving that is not in a stack file yet, read like one that is.</summary>
internal static class ServingDraft
{
    private static readonly string[] Required =
    [
        "name: draft",
        "checkpoint: gs://draft-checkpoints/model",
        "scratch: gs://draft-scratch/model",
    ];

    /// <summary>Reads a serving; null when it cannot be read.</summary>
    /// <param name="settings">The lines of its settings, without name, checkpoint and scratch location.</param>
    public static ServingContext? Load(IEnumerable<string> settings)
    {
        var lines = Required.Concat(settings).Select((line, index) => $"{(index == 0 ? "  - " : "    ")}{line}\n");
        var problems = new List<Diagnostic>();
        var document = SettingsDocument.Parse(
            "draft",
            "draft",
            $"cluster: {{ existing: {{}} }}\nservings:\n{string.Concat(lines)}",
            problems
        );
        return SettingsLoader.Load(document, problems, Severity.Note).Checked?.Servings.SingleOrDefault();
    }
}
