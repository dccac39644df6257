using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace Workflows.Tests;

/// <summary>CI runs every part of the gate, and succeeds only if all jobs but the benchmark do.</summary>
public sealed class CiWorkflowTests : IDisposable
{
    private static readonly Workflow Ci = Workflow.Named("ci.yml");

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Every_part_of_the_gate_runs_in_a_job()
    {
        var declared = File.ReadLines(Path.Combine(Repository.Root, ".ci/run"))
            .Single(line => line.StartsWith("parts=(", StringComparison.Ordinal));
        var run = Ci
            .Jobs.SelectMany(job => job.Steps)
            .Where(step => step.Run?.StartsWith(".ci/run ", StringComparison.Ordinal) ?? false)
            .SelectMany(step => step.Run!.Split(' ')[1..]);

        Assert.Equal(declared[7..^1].Split(' ').Order(), run.Order());
    }

    [Fact]
    public void The_last_job_needs_all_others()
    {
        var gate = Ci.Jobs.Single(job => job.Name == "gate");
        var needs = ((YamlSequenceNode)gate.Node.Find("needs")!).Select(node => node.ToString());

        Assert.Equal(Ci.Jobs.Select(job => job.Name).Except(["gate"]), needs);
        Assert.Equal("always()", gate.If);
    }

    [Theory]
    [InlineData("success", "success", true)]
    [InlineData("success", "failure", true)]
    [InlineData("failure", "success", false)]
    [InlineData("skipped", "success", false)]
    [InlineData("cancelled", "success", false)]
    public async Task The_last_job_fails_if_another_did_not_succeed(string fast, string bench, bool succeeds)
    {
        _sandbox.Expressions["toJSON(needs)"] = JsonSerializer.Serialize(
            new
            {
                lint = new { result = "success" },
                fast = new { result = fast },
                bench = new { result = bench },
            }
        );

        var result = await _sandbox.RunJobAsync(Ci.Jobs.Single(job => job.Name == "gate"));

        Assert.Equal(succeeds, result.ExitCode == 0);
        Assert.Contains($"fast: {fast}", result.Output, StringComparison.Ordinal);
    }
}
