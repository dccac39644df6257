using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using StackConfig.Reading;

namespace Infra.Commands;

/// <summary>Checks as SARIF 2.1.0, the format of tools that collect results of static analysis.</summary>
/// <remarks>Source: OASIS, sarif-schema-2.1.0.json.</remarks>
internal static class CheckSarif
{
    /// <summary>The rule of problems that no rule found: keys and values that cannot be read.</summary>
    public const string InvalidSetting = "InvalidSetting";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NewLine = "\n",
    };

    /// <summary>One run with a result per problem, by stack, in the order of the files.</summary>
    /// <param name="checks">The checks.</param>
    /// <param name="path">The path of a file relative to the repository.</param>
    public static string Write(IEnumerable<StackCheck> checks, Func<string, string> path)
    {
        var problems = checks.SelectMany(check => check.InFileOrder).ToList();
        var rules = problems.Select(Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var log = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new[]
            {
                new
                {
                    tool = new { driver = new { name = "Infra", rules = rules.Select(id => new { id }) } },
                    columnKind = "utf16CodeUnits",
                    results = problems.Select(problem => Result(problem, rules, path)),
                },
            },
        };
        return JsonSerializer.Serialize(log, Options) + "\n";
    }

    private static object Result(Diagnostic problem, List<string> rules, Func<string, string> path) =>
        new
        {
            ruleId = Rule(problem),
            ruleIndex = rules.IndexOf(Rule(problem)),
            level = problem.Severity.ToString().ToLowerInvariant(),
            message = new { text = problem.Text },
            locations = problem.File is { } file ? new[] { Location(path(file), problem.Line) } : null,
        };

    private static object Location(string path, int? line) =>
        new
        {
            physicalLocation = new
            {
                artifactLocation = new
                {
                    uri = Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal),
                },
                region = line is { } startLine ? new { startLine } : null,
            },
        };

    private static string Rule(Diagnostic problem) => problem.Rule ?? InvalidSetting;
}
