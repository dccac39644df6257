using System.Globalization;
using StackConfig.Reading;

namespace Infra.Tests.Configuration;

/// <summary>Stack files in which very many values are wrong.</summary>
[Trait("Category", "Slow")]
public sealed class ManyProblemsTests
{
    private const string Top = "cluster: { existing: {} }\n";
    private const string Serving =
        "name: a, preset: llama2-70b-disaggregated, checkpoint: gs://mine/model, scratch: gs://mine/tmp";

    [Theory]
    [InlineData(200_000, "5", 200_000)]
    [InlineData(8_000, $"{{ {Serving}, replicas: many }}", 23_998)]
    public async Task Wrong_servings_are_reported_within_seconds(int count, string serving, int errors)
    {
        var text = $"{Top}servings:\n{Repeat(count, _ => $"  - {serving}\n")}";

        var problems = await LoadAsync(text);

        Assert.Equal(errors, problems.Count);
        AssertShort(problems);
    }

    [Fact]
    public async Task Unknown_keys_are_reported_within_seconds()
    {
        var problems = await LoadAsync($"{Repeat(100_000, i => $"key{i}: a\n")}{Top}servings: []");

        Assert.Equal(100_000, problems.Count);
        AssertShort(problems);
    }

    [Fact]
    public async Task Unknown_flags_are_reported_within_seconds()
    {
        var flags = Repeat(8_000, i => $"flag{i}: 1, ");

        var problems = await LoadAsync($"{Top}servings:\n  - {{ {Serving}, maxText: {{ flags: [ {flags}] }} }}");

        Assert.Equal(8_000, problems.Count(problem => problem.Rule == "UnknownFlag"));
        AssertShort(problems);
    }

    private static Task<IReadOnlyList<Diagnostic>> LoadAsync(string text) =>
        Task.Run(() => StackText.Load(text).Problems).WaitAsync(TimeSpan.FromSeconds(60));

    private static void AssertShort(IReadOnlyList<Diagnostic> problems)
    {
        var lines = DiagnosticFormatter.Format(problems).TrimEnd().Split('\n');

        Assert.Equal(22, lines.Length);
        Assert.Equal($"  and {problems.Count - 20} more", lines[^1]);
    }

    private static string Repeat(int count, Func<string, string> piece) =>
        string.Concat(Enumerable.Range(0, count).Select(i => piece(i.ToString(CultureInfo.InvariantCulture))));
}
