using System.Collections.Immutable;
using Infra.Model;
using Infra.Model.Names;
using Infra.Model.Servings;
using Infra.Validation;
using StackConfig.Reading;

namespace Infra.Configuration;

/// <summary>Turns the settings of a stack into its blueprint, or into the problems that stand against it.</summary>
public static class SettingsLoader
{
    /// <summary>Binds, completes and checks the settings.</summary>
    /// <param name="document">The settings before they are bound; null when they could not be read.</param>
    /// <param name="found">Problems that were found while reading.</param>
    /// <param name="examples">How bad it is to use the values that the shipped stack files show as examples.</param>
    public static LoadedSettings Load(SettingsDocument? document, IReadOnlyCollection<Problem> found, Severity examples)
    {
        var problems = new List<Problem>(found);
        var stack = document is null ? null : Check(document, problems, examples);
        var places = document is null ? null : new SettingPlaces(document);
        return new(
            stack is null || problems.Exists(IsError) ? null : Complete(stack),
            Problem.WorstFirst(InOrder(problems, places))
        )
        {
            Checked = stack,
        };
    }

    private static RuleContext? Check(SettingsDocument document, List<Problem> problems, Severity examples)
    {
        var binder = new StackBinder();
        var found = new List<Problem>();
        var bound = binder.Bind(document, found);
        problems.AddRange(found);
        if (!found.Exists(IsError))
        {
            return Check(document, binder, bound, problems, examples);
        }

        CheckTheRest(document, problems, examples);
        return null;
    }

    /// <summary>
    /// Where some settings cannot be bound, the errors among the others are told all the same, but nothing that may only follow from
    /// what is missing now.
    /// </summary>
    private static void CheckTheRest(SettingsDocument document, List<Problem> problems, Severity examples)
    {
        var wrong = problems.Where(IsError).Select(problem => problem.Key).ToHashSet(StringComparer.Ordinal);
        var rest = document.Without(wrong);
        var binder = new StackBinder();
        var bound = binder.Bind(rest, new List<Problem>());
        var found = new List<Problem>();
        _ = Check(rest, binder, bound, found, examples);
        problems.AddRange(found.Where(problem => IsError(problem) && !wrong.Any(key => MayFollow(problem.Key, key))));
    }

    private static bool MayFollow(string key, string from) =>
        key == from
        || key.StartsWith($"{from}.", StringComparison.Ordinal)
        || key.StartsWith($"{from}[", StringComparison.Ordinal)
        || (
            from.EndsWith(".preset", StringComparison.Ordinal)
            && key.StartsWith(from[..^"preset".Length], StringComparison.Ordinal)
        )
        || !from.StartsWith("servings", StringComparison.Ordinal)
            && !key.StartsWith("servings", StringComparison.Ordinal);

    private static RuleContext? Check(
        SettingsDocument document,
        StackBinder binder,
        BoundStack bound,
        List<Problem> problems,
        Severity examples
    )
    {
        if (bound.Settings is not { } settings)
        {
            return null;
        }

        var report = new Report("", problems);
        var platform = settings.Cluster.Existing is null ? StackCompletion.Platform(document, settings, report) : null;
        var target = DeploymentTarget.From(settings, platform);
        var sources = new SettingSources(document, binder.PlaceOf);
        var servings = ImmutableArray.CreateBuilder<ServingContext>();
        foreach (var (key, one) in bound.Servings)
        {
            var hasScratch = one?.Scratch is not null || target.IsManaged || sources.IsSet($"{key}.scratch");
            if (!hasScratch)
            {
                report.At(key).Missing("scratch", $"Allowed: {GcsPath.Accepted}");
            }
            else if (one is not null && StackCompletion.Complete(one, target, report.At(key)) is { } serving)
            {
                servings.Add(new(key, serving, sources));
            }
        }

        var stack = new RuleContext(
            document,
            settings,
            platform,
            servings.ToImmutable(),
            bound.SecretKeys,
            examples,
            sources
        );
        foreach (var rule in AllRules.Rules)
        {
            rule.Check(stack, report with { Rule = rule.Id });
        }

        return stack;
    }

    private static Blueprint Complete(RuleContext stack) =>
        new()
        {
            Environment = stack.Settings.Environment,
            Platform = stack.Platform,
            Existing = DeploymentTarget.From(stack.Settings, stack.Platform).Existing ?? new(),
            Controller = stack.Settings.LeaderWorkerSet.Install ? stack.Settings.LeaderWorkerSet.Version : null,
            Servings = [.. stack.Servings.Select(one => one.Serving)],
        };

    private static bool IsError(Problem problem) => problem.Severity == Severity.Error;

    /// <summary>The problems by line, or where no lines are known, as under the engine, by the order of the settings.</summary>
    private static Problem[] InOrder(List<Problem> problems, SettingPlaces? places) =>
        [
            .. problems
                .Select(problem => WithPlace(problem, places))
                .OrderBy(problem => problem.Line ?? places?.PositionOf(problem.Key) ?? 0),
        ];

    private static Problem WithPlace(Problem problem, SettingPlaces? places) =>
        problem.Line is null && places?.Find(problem.Key) is { } place
            ? problem with
            {
                File = place.File,
                Line = place.Line,
            }
            : problem;
}

/// <summary>What came of loading settings.</summary>
/// <param name="Blueprint">What the stack is to be; null when a problem is an error.</param>
/// <param name="Problems">Everything found, errors first.</param>
public sealed record LoadedSettings(Blueprint? Blueprint, IReadOnlyList<Problem> Problems)
{
    /// <summary>What the rules looked at, also where they found errors; null when the settings cannot even be read.</summary>
    public RuleContext? Checked { get; init; }

    /// <summary>The same with every warning as bad as an error; notes stay what they are.</summary>
    public LoadedSettings Strictly() =>
        Problems.Any(problem => problem.Severity == Severity.Warning)
            ? this with
            {
                Blueprint = null,
                Problems = Problem.WorstFirst([.. Problems.Select(Promoted)]),
            }
            : this;

    private static Problem Promoted(Problem problem) =>
        problem.Severity == Severity.Warning ? problem with { Severity = Severity.Error } : problem;
}
