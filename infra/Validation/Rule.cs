using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>A rule that settings obey besides those of their types. The tables of this folder hold them, a table for each concern.</summary>
/// <param name="Id">The name that reports show, such as <c>TooManySlices</c>; several rows of one rule share it.</param>
/// <param name="Check">Reports every violation.</param>
internal sealed record Rule(string Id, Action<RuleContext, DiagnosticSink> Check)
{
    /// <summary>A rule of one key of the stack.</summary>
    /// <param name="id">The rule's name.</param>
    /// <param name="severity">The severity of a violation.</param>
    /// <param name="key">The key to report it at.</param>
    /// <param name="violation">The message; null where the rule is obeyed.</param>
    internal static Rule ForStack(string id, Severity severity, string key, Func<RuleContext, string?> violation) =>
        new(id, (stack, diagnostics) => AddIfViolated(diagnostics, severity, key, violation(stack)));

    /// <summary>A rule of one key of each serving.</summary>
    /// <inheritdoc cref="ForStack" />
    internal static Rule ForServing(
        string id,
        Severity severity,
        string key,
        Func<RuleContext, ServingContext, string?> violation
    ) => ForServing(id, (stack, one, diagnostics) => AddIfViolated(diagnostics, severity, key, violation(stack, one)));

    /// <summary>A rule of one MaxText flag of each serving.</summary>
    /// <inheritdoc cref="ForStack" />
    internal static Rule ForFlag(string id, Severity severity, string flag, Func<ServingContext, string?> violation) =>
        ForServing(
            id,
            (_, one, diagnostics) => AddIfViolated(diagnostics.ForFlag(one, flag), severity, "", violation(one))
        );

    /// <summary>A rule that reports what it finds in each serving by itself.</summary>
    /// <param name="id">The rule's name.</param>
    /// <param name="check">Reports every violation, with keys relative to the serving.</param>
    internal static Rule ForServing(string id, Action<RuleContext, ServingContext, DiagnosticSink> check) =>
        new(
            id,
            (stack, diagnostics) =>
            {
                foreach (var serving in stack.Servings)
                {
                    check(stack, serving, diagnostics.ForKey(serving.Key));
                }
            }
        );

    private static void AddIfViolated(DiagnosticSink diagnostics, Severity severity, string key, string? message)
    {
        if (message is not null)
        {
            diagnostics.Add(severity, key, message);
        }
    }
}
