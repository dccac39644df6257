using System.Text.RegularExpressions;
using StackConfig.Reading;

namespace Infra.Tests.Stacks;

/// <summary>The settings that the pages of the repository show.</summary>
public sealed partial class DocumentationExampleTests
{
    private const string Prefix = "jetstream-pathways:";
    private const string ManagedStack = "project: my-project\nregion: us-east5\nzone: us-east5-b\n";

    public static TheoryData<string, string> Examples
    {
        get
        {
            var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md");
            var examples = new TheoryData<string, string>();
            foreach (var page in pages.Append(Path.Combine(Repository.Root, "README.md")).Order(StringComparer.Ordinal))
            {
                var blocks = YamlBlock().Matches(File.ReadAllText(page)).Select(match => match.Groups["yaml"].Value);
                foreach (var block in blocks.Select(WithoutComments).Where(block => block.Length > 0))
                {
                    examples.Add(Path.GetFileName(page), block);
                }
            }

            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_accepted_without_a_warning(string page, string yaml)
    {
        var stack =
            yaml.StartsWith("config:", StringComparison.Ordinal) ? Settings(yaml)
            : yaml.StartsWith("servings:", StringComparison.Ordinal) ? ManagedStack + yaml
            : $"{ManagedStack}servings:\n{yaml}";

        var problems = StackText
            .Load(stack, Severity.Note)
            .Problems.Where(problem => problem.Severity != Severity.Note);

        Assert.Empty(problems.Select(problem => $"{page}: {problem.Key}: {problem.Message}"));
    }

    [Fact]
    public void Pages_show_complete_stacks_and_single_servings() => Assert.InRange(Examples.Count, 4, 100);

    /// <summary>The settings of a stack file, without their prefix.</summary>
    private static string Settings(string yaml) =>
        string.Join(
            '\n',
            yaml.Split('\n')
                .Skip(1)
                .Select(line => line.Length > 2 ? line[2..] : line)
                .Select(line => line.Replace(Prefix, "", StringComparison.Ordinal))
        );

    private static string WithoutComments(string yaml) =>
        string.Join('\n', yaml.Split('\n').Where(line => !line.StartsWith('#'))).Trim();

    [GeneratedRegex("```yaml\\n(?<yaml>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex YamlBlock();
}
