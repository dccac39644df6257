using System.Collections.Immutable;
using Infra.Model;
using Infra.Model.Names;
using Infra.Model.Servings;
using Infra.Validation;
using StackConfig.Reading;

namespace Infra.Configuration;

/// <summary>Turns the settings of a stack into its model, or into diagnostics.</summary>
public static class SettingsLoader
{
    /// <summary>Reads a stack's file, and binds, completes and checks its settings.</summary>
    /// <param name="directory">The project's folder, or one below it.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="strict">Whether warnings count as errors.</param>
    public static LoadedSettings LoadStack(string directory, string stack, bool strict)
    {
        var problems = new List<Diagnostic>();
        var document = StackFileReader.Read(directory, stack, problems);
        var loaded = Load(document, problems, placeholderSeverity: Severity.Note);
        return strict ? loaded.TreatWarningsAsErrors() : loaded;
    }

    /// <summary>Binds, completes and checks the settings.</summary>
    /// <param name="document">The settings before they are bound; null when they could not be read.</param>
    /// <param name="found">Problems that were found while reading.</param>
    /// <param name="placeholderSeverity">The severity of placeholder values.</param>
    public static LoadedSettings Load(
        SettingsDocument? document,
        IReadOnlyCollection<Diagnostic> found,
        Severity placeholderSeverity
    )
    {
        var problems = new List<Diagnostic>(found);
        var stack = document is null ? null : Check(document, problems, placeholderSeverity);
        var sourceMap = document is null ? null : new SourceMap(document);
        return new(
            stack is null || problems.Exists(IsError) ? null : Complete(stack),
            Diagnostic.BySeverity(InOrder(problems, sourceMap))
        )
        {
            Checked = stack,
        };
    }

    private static RuleContext? Check(
        SettingsDocument document,
        List<Diagnostic> problems,
        Severity placeholderSeverity
    )
    {
        var binder = new StackBinder();
        var found = new List<Diagnostic>();
        var bound = binder.Bind(document, found);
        var unreadable = ErrorKeys(problems);
        problems.AddRange(found.Where(problem => !unreadable.Contains(problem.Key)));
        if (!found.Exists(IsError))
        {
            return Check(document, binder, bound, problems, placeholderSeverity);
        }

        ValidateRemainder(document, binder, problems, placeholderSeverity);
        return null;
    }

    /// <summary>
    /// Where some settings cannot be bound, problems of the others are still reported, except those that may be consequences of
    /// what is missing now.
    /// </summary>
    private static void ValidateRemainder(
        SettingsDocument document,
        StackBinder binder,
        List<Diagnostic> problems,
        Severity placeholderSeverity
    )
    {
        var keys = ErrorKeys(problems);
        var unreadable = new UnreadableKeys(keys);
        var rest = document.Without(keys);
        var bound = binder.Bind(rest, new List<Diagnostic>());
        var found = new List<Diagnostic>();
        _ = Check(rest, binder, bound, found, placeholderSeverity);
        problems.AddRange(found.Where(problem => !unreadable.MayCause(problem)));
    }

    private static RuleContext? Check(
        SettingsDocument document,
        StackBinder binder,
        BoundStack bound,
        List<Diagnostic> problems,
        Severity placeholderSeverity
    )
    {
        if (bound.Settings is not { } settings)
        {
            return null;
        }

        var diagnostics = new DiagnosticSink("", problems);
        StackCompletion.RequireInFile(document, settings, diagnostics);
        var platform = settings.Cluster.Existing is null
            ? StackCompletion.Platform(document, settings, diagnostics)
            : null;
        var target = DeploymentTarget.From(settings, platform);
        var sources = new SettingSources(document, binder.FindLocation);
        var stack = new RuleContext(
            document,
            settings,
            platform,
            CompleteServings(bound, target, sources, diagnostics),
            bound.SecretKeys,
            placeholderSeverity,
            sources
        );
        foreach (var rule in AllRules.Rules)
        {
            rule.Check(stack, diagnostics with { Rule = rule.Id });
        }

        return stack;
    }

    private static ImmutableArray<ServingContext> CompleteServings(
        BoundStack bound,
        DeploymentTarget target,
        SettingSources sources,
        DiagnosticSink diagnostics
    )
    {
        var servings = ImmutableArray.CreateBuilder<ServingContext>();
        foreach (var (key, one) in bound.Servings)
        {
            var hasScratch = one?.Scratch is not null || target.IsManaged || sources.IsSet($"{key}.scratch");
            if (!hasScratch)
            {
                diagnostics
                    .ForKey(key)
                    .Missing("scratch", $"A serving on an existing cluster needs it. Allowed: {GcsPath.Accepted}");
            }
            else if (one is not null && StackCompletion.Complete(one, target, diagnostics.ForKey(key)) is { } serving)
            {
                servings.Add(new(key, serving, sources));
            }
        }

        return servings.ToImmutable();
    }

    private static StackModel Complete(RuleContext stack) =>
        new()
        {
            Environment = stack.Settings.Environment,
            Platform = stack.Platform,
            Existing = DeploymentTarget.From(stack.Settings, stack.Platform).Existing ?? new(),
            Controller = stack.Settings.LeaderWorkerSet.Install ? stack.Settings.LeaderWorkerSet.Version : null,
            Servings = [.. stack.Servings.Select(one => one.Serving)],
        };

    private static HashSet<string> ErrorKeys(IEnumerable<Diagnostic> problems) =>
        problems.Where(IsError).Select(problem => problem.Key).ToHashSet(StringComparer.Ordinal);

    private static bool IsError(Diagnostic problem) => problem.Severity == Severity.Error;

    /// <summary>The problems by line, or where no lines are known, as under the engine, by the order of the settings.</summary>
    private static Diagnostic[] InOrder(List<Diagnostic> problems, SourceMap? sourceMap) =>
        [
            .. problems
                .Select(problem => WithLocation(problem, sourceMap))
                .OrderBy(problem => problem.Line ?? sourceMap?.GetPosition(problem.Key) ?? 0),
        ];

    private static Diagnostic WithLocation(Diagnostic problem, SourceMap? sourceMap) =>
        problem.Line is null && sourceMap?.Find(problem.Key) is { } location
            ? problem with
            {
                File = location.File,
                Line = location.Line,
            }
            : problem;
}
