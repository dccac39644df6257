using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Takes problems with keys relative to one place of the settings.</summary>
/// <param name="Prefix">The place, such as <c>servings[0]</c>; empty for the top.</param>
/// <param name="Problems">Where they are gathered.</param>
/// <param name="Rule">The rule that reports; null while settings are still being made out.</param>
public sealed record DiagnosticSink(string Prefix, ICollection<Diagnostic> Problems, string? Rule = null)
{
    /// <summary>The same report for a place further in.</summary>
    public DiagnosticSink At(string key) => this with { Prefix = Path(key) };

    /// <summary>The same report for a record or a flag of a serving, or for a key of the serving where that comes from elsewhere.</summary>
    public DiagnosticSink At(ServingContext serving, object bound, string otherwise) =>
        serving.Sources.KeyOf(bound) is { } key ? this with { Prefix = key } : At(otherwise);

    /// <summary>Reports an error.</summary>
    public void Error(string key, string message) => Add(Severity.Error, key, message);

    /// <summary>Reports a warning.</summary>
    public void Warn(string key, string message) => Add(Severity.Warning, key, message);

    /// <summary>Reports a required key that is missing.</summary>
    public void Missing(string key, string allowed) => Error(key, $"is missing. {allowed}");

    /// <summary>Reports a diagnostic of a severity.</summary>
    public void Add(Severity severity, string key, string message) =>
        Problems.Add(new Diagnostic(severity, Path(key), message) { Rule = Rule });

    private string Path(string key) =>
        (Prefix, key) switch
        {
            ("", _) => key,
            (_, "") => Prefix,
            _ => key.StartsWith('[') ? Prefix + key : $"{Prefix}.{key}",
        };
}
