using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Collects diagnostics with keys relative to one key of the settings.</summary>
/// <param name="Prefix">That key, such as <c>servings[0]</c>; empty for the top.</param>
/// <param name="Diagnostics">The collection.</param>
/// <param name="Rule">The rule that reports; null while the settings are completed.</param>
public sealed record DiagnosticSink(string Prefix, ICollection<Diagnostic> Diagnostics, string? Rule = null)
{
    /// <summary>The sink for a key relative to this one.</summary>
    public DiagnosticSink ForKey(string key) => this with { Prefix = Path(key) };

    /// <summary>The sink for a record or a flag of a serving, or for a key of the serving if that is not in the stack file.</summary>
    public DiagnosticSink ForSetting(ServingContext serving, object bound, string otherwise) =>
        serving.Sources.FindKey(bound) is { } key ? this with { Prefix = key } : ForKey(otherwise);

    /// <summary>Reports an error.</summary>
    public void Error(string key, string message) => Add(Severity.Error, key, message);

    /// <summary>Reports a warning.</summary>
    public void Warn(string key, string message) => Add(Severity.Warning, key, message);

    /// <summary>Reports a required key that is missing.</summary>
    public void Missing(string key, string allowed) => Error(key, $"is missing. {allowed}");

    /// <summary>Reports each item of a list that the list has before.</summary>
    public void RefuseDuplicates<T>(string key, IEnumerable<T> items)
    {
        var known = new HashSet<T>();
        foreach (var (index, item) in items.Index())
        {
            if (!known.Add(item))
            {
                Error($"{key}[{index}]", $"{item} is listed twice. Remove one of them");
            }
        }
    }

    /// <summary>Reports a diagnostic of a severity.</summary>
    public void Add(Severity severity, string key, string message) =>
        Diagnostics.Add(new Diagnostic(severity, Path(key), message) { Rule = Rule });

    private string Path(string key) =>
        (Prefix, key) switch
        {
            ("", _) => key,
            (_, "") => Prefix,
            _ => key.StartsWith('[') ? Prefix + key : $"{Prefix}.{key}",
        };
}
