using StackConfig.Reading;

namespace StackConfig.Tests.Binding;

/// <summary>A sample bound from the settings of a stack file.</summary>
internal sealed record Bound(
    Sample? Sample,
    IReadOnlyDictionary<string, SecretNode> Secrets,
    IReadOnlyList<Diagnostic> Problems
)
{
    public IEnumerable<string> Errors => Problems.Select(problem => $"{problem.Line} {problem.Key}: {problem.Message}");

    /// <summary>Binds settings, each on a line of its own from line 2.</summary>
    public static Bound From(params string[] settings)
    {
        using var project = new TemporaryProject();
        project.Write("Pulumi.dev.yaml", "config:\n" + string.Concat(settings.Select(setting => $"  {setting}\n")));
        return From(project.Read()!, project.Problems);
    }

    /// <summary>Binds the settings of the engine.</summary>
    public static Bound FromEngine(Dictionary<string, string> config, params string[] secretKeys) =>
        From(EngineConfigReader.Read("demo", "dev", config, secretKeys.ToHashSet(StringComparer.Ordinal)), []);

    private static Bound From(SettingsDocument document, List<Diagnostic> problems)
    {
        var bound = Samples.Binder.Bind<Sample>(document, problems);
        return new(bound.Settings, bound.Secrets, problems);
    }
}
