using StackConfig.Reading;

namespace Infra.Tests.Validation.Rules;

/// <summary>Stacks of one serving, of which a test says only what its rule looks at.</summary>
internal static class RuleStack
{
    private static readonly string[] Serving =
    [
        "name: a",
        "topology: 2x2",
        "checkpoint: gs://mine/model",
        "scratch: gs://temporary/tmp",
        StackText.SmallModel,
    ];

    /// <summary>A stack in a cluster that exists.</summary>
    /// <param name="serving">Settings of the serving, separated by commas: <c>topology: 4x4, slices: 2</c>.</param>
    /// <param name="top">Top-level settings, one a line.</param>
    public static string Existing(string serving, string top = "") =>
        $"cluster: {{ existing: {{}} }}\n{top}\nservings:\n  - {{ {With(serving)} }}";

    /// <summary>A stack that makes its cluster.</summary>
    public static string ManagedStack(string serving, string top = "") =>
        $"project: my-project\nregion: us-east5\nzone: us-east5-b\n{top}\nservings:\n  - {{ {With(serving)} }}";

    /// <summary>Asserts that a rule finds exactly one problem, with its key, its line and what is allowed.</summary>
    public static void Refuses(
        string rule,
        string stack,
        string key,
        string accepted,
        Severity severity = Severity.Error
    )
    {
        var problems = StackText.Load(stack).Problems;
        var problem = Assert.Single(problems, problem => problem.Rule == rule);

        Assert.Equal((severity, key), (problem.Severity, problem.Key));
        Assert.Contains(accepted, problem.Message, StringComparison.Ordinal);
        Assert.NotNull(problem.Line);
    }

    /// <summary>Asserts that nothing stands against a stack.</summary>
    public static void Accepts(string stack) =>
        Assert.Empty(StackText.Load(stack).Problems.Select(problem => $"{problem.Key}: {problem.Message}"));

    private static string With(string settings)
    {
        var own = Split(settings).ToList();
        var names = own.Select(Key).ToHashSet(StringComparer.Ordinal);
        var model = names.Contains("preset") || settings.Contains("model_name", StringComparison.Ordinal) ? 1 : 0;
        return string.Join(", ", Serving.SkipLast(model).Where(setting => !names.Contains(Key(setting))).Concat(own));
    }

    private static string Key(string setting) => setting.Split(':')[0].Trim();

    private static IEnumerable<string> Split(string settings)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < settings.Length; i++)
        {
            depth += settings[i] switch
            {
                '{' or '[' => 1,
                '}' or ']' => -1,
                _ => 0,
            };
            if (settings[i] == ',' && depth == 0)
            {
                yield return settings[start..i];
                start = i + 1;
            }
        }

        yield return settings[start..];
    }
}
