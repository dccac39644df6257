using Infra.Configuration;
using Infra.Resources.LeaderWorkerSets.Installation;
using OfflinePreview.Recording;
using StackConfig.Reading;

namespace Infra.Commands;

/// <summary>Evaluates the stacks of a project.</summary>
/// <param name="directory">The project's folder, or one below it.</param>
internal sealed class StackEvaluator(string directory) : IStackEvaluator
{
    /// <inheritdoc />
    public async Task<Evaluation> EvaluateAsync(string stack, bool strict, CancellationToken cancellationToken)
    {
        var problems = new List<Diagnostic>();
        var document = StackFileReader.Read(directory, stack, problems);
        var found = SettingsLoader.Load(document, problems, placeholderSeverity: Severity.Note);
        var loaded = strict ? found.TreatWarningsAsErrors() : found;
        string[] messages = loaded.Problems.Count > 0 ? [DiagnosticFormatter.Format(loaded.Problems)] : [];
        if (document is null || loaded.StackModel is not { } model)
        {
            return new(null, [.. messages]);
        }

        var secrets = document.WithSecretsAlone();
        var graph = await Recorder.RecordAsync(
            secrets.Project,
            stack,
            (options, unknownValues) =>
                new ProgramStack(
                    options,
                    () =>
                        InferenceStack.CreateAsync(model, key => unknownValues.Secret(key, secrets.GetCiphertext(key)))
                ),
            new ReleaseManifestModel(),
            cancellationToken
        );
        return new(graph, [.. messages]);
    }
}
