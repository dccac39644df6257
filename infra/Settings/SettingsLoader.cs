using System.Collections.Immutable;
using Infra.Settings.Binding;
using Infra.Settings.Platform;
using Infra.Settings.Rules;
using Infra.Settings.Servings;

namespace Infra.Settings;

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
        var blueprint = document is null ? null : Complete(document, problems, examples);
        return new(
            problems.Exists(IsError) ? null : blueprint,
            [.. problems.Select(problem => WithPlace(problem, document)).OrderBy(problem => problem.Severity)]
        );
    }

    private static Blueprint? Complete(SettingsDocument document, List<Problem> problems, Severity examples)
    {
        var bound = new SettingsBinder(ScalarTypes.All).Bind<StackSettings>(document, problems);
        if (bound.Settings is not { } settings)
        {
            return null;
        }

        var report = new Report("", problems);
        var isManaged = settings.Cluster.Existing is null;
        var platform = isManaged ? PlatformResolver.Resolve(document, settings, report) : null;
        var servings = Servings(settings, new ServingPlace(isManaged, platform), report);
        var stack = new CheckedStack(document, settings, platform, servings, [.. bound.Secrets.Keys], examples);
        foreach (var rule in AllRules.Rules)
        {
            rule.Check(stack, report);
        }

        return new()
        {
            Environment = settings.Environment,
            Platform = platform,
            Existing = Existing(settings),
            Controller = settings.LeaderWorkerSet.Install ? settings.LeaderWorkerSet.Version : null,
            Servings = [.. servings.Select(one => one.Serving)],
        };
    }

    private static ExistingClusterSettings Existing(StackSettings settings)
    {
        var existing = settings.Cluster.Existing ?? new();
        return existing with { Project = existing.Project ?? settings.Project };
    }

    private static ImmutableArray<CheckedServing> Servings(StackSettings settings, ServingPlace place, Report report)
    {
        var servings = ImmutableArray.CreateBuilder<CheckedServing>();
        foreach (var (index, written) in settings.Servings.Index())
        {
            var key = $"servings[{index}]";
            if (ServingResolver.Resolve(written, place, report.At(key)) is { } serving)
            {
                servings.Add(new(key, written, serving));
            }
        }

        return servings.ToImmutable();
    }

    private static bool IsError(Problem problem) => problem.Severity == Severity.Error;

    private static Problem WithPlace(Problem problem, SettingsDocument? document) =>
        problem.Line is null && document?.PlaceOf(problem.Key) is { } place
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
public sealed record LoadedSettings(Blueprint? Blueprint, IReadOnlyList<Problem> Problems);
