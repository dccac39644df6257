using Infra.Configuration;
using Infra.Model.Servings;
using StackConfig.Reading;

namespace Infra.Tests.Configuration;

/// <summary>What settings start from: presets of the program and files of the user's own.</summary>
public sealed class PresetTests
{
    private const string Stack =
        "config:\n  cluster: { existing: {} }\n  servings:\n    - { name: a, preset: mine.yaml, checkpoint: gs://mine/a, scratch: gs://mine/b";

    private const string Preset = """
        topology: 2x2
        replicas: 3
        maxText:
          flags:
            - model_name: llama2-7b
            - ici_fsdp_parallelism: 1
            - ici_tensor_parallelism: 4
            - per_device_batch_size: 2
        containers:
          jaxTpu:
            env:
              - { name: ONE, value: "1" }
              - { name: TWO, value: "2" }
        """;

    [Fact]
    public void A_file_of_the_project_can_be_a_preset()
    {
        var (serving, problems) = Load(Preset, " }");

        Assert.DoesNotContain(problems, problem => problem.Severity == Severity.Error);
        Assert.Equal((3, "2x2"), (serving?.Replicas, serving?.Topology.ToString()));
    }

    [Fact]
    public void Flags_and_variables_are_merged_by_name_in_the_order_of_the_preset()
    {
        var (serving, _) = Load(
            Preset,
            ", maxText: { flags: [ steps: 1, ici_tensor_parallelism: null, ici_fsdp_parallelism: 4 ] }"
                + ", containers: { jaxTpu: { env: [ { name: THREE, value: '3' }, { name: ONE, value: 'one' } ] } } }"
        );

        Assert.Equal(
            ["model_name=llama2-7b", "ici_fsdp_parallelism=4", "per_device_batch_size=2", "steps=1"],
            serving?.MaxText.Flags.Texts
        );
        Assert.Equal(
            ["ONE=one", "TWO=2", "THREE=3"],
            serving?.Containers.JaxTpu.Env.Select(variable => $"{variable.Name}={variable.Value}")
        );
    }

    [Fact]
    public void Null_removes_a_setting_of_the_preset()
    {
        var (serving, _) = Load(Preset, ", replicas: null, containers: null }");

        Assert.Equal(1, serving?.Replicas);
        Assert.Empty(serving!.Containers.JaxTpu.Env);
    }

    [Theory]
    [InlineData("topology: 9x9\n", "mine.yaml:1 servings[0].topology")]
    [InlineData("topology: 2x2\nreplicaz: 3\n", "mine.yaml:2 servings[0].replicaz")]
    [InlineData("topology: [\n", "mine.yaml:2 ")]
    public void A_problem_of_a_preset_is_reported_with_its_file_and_line(string preset, string expected)
    {
        var (_, problems) = Load(preset, " }");

        Assert.Equal([expected], problems.Select(problem => $"{problem.File}:{problem.Line} {problem.Key}"));
    }

    [Theory]
    [InlineData("preset: llama3.1-8b\n", "preset", "a preset cannot start from another preset")]
    [InlineData("name: mine\n", "name", "a preset has no name")]
    public void A_preset_must_not_set_name_or_preset(string line, string key, string message)
    {
        var (_, problems) = Load($"topology: 2x2\nreplicas: many\n{line}", " }");

        Assert.Equal(
            [("mine.yaml", 2, "servings[0].replicas"), ("mine.yaml", 3, key)],
            problems.Select(problem => (problem.File!, problem.Line ?? 0, problem.Key))
        );
        Assert.StartsWith(message, problems[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other.yaml", "does not exist")]
    [InlineData("../outside.yaml", "is outside of the project")]
    [InlineData("llama2-70b-disagregated", "Did you mean \"llama2-70b-disaggregated\"")]
    public void A_missing_preset_is_refused(string preset, string expected)
    {
        var (_, problems) = Load(Preset, " }", preset);

        var problem = Assert.Single(problems);
        Assert.Equal(("servings[0].preset", 4), (problem.Key, problem.Line));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_preset_of_the_program_is_accepted_without_a_warning_with_a_checkpoint_and_a_scratch_location()
    {
        foreach (var name in Presets.Names)
        {
            var (serving, problems) = Load("", " }", name);

            Assert.DoesNotContain(problems, problem => problem.Severity != Severity.Note);
            Assert.Equal(name, serving?.Preset?.Text);
        }
    }

    [Fact]
    public void The_default_image_is_the_one_whose_flags_and_models_are_known()
    {
        var (serving, _) = Load(Preset, " }");

        Assert.True(serving?.HasDefaultJetStream);
    }

    private static (Serving? Serving, IReadOnlyList<Diagnostic> Problems) Load(
        string preset,
        string settings,
        string name = "mine.yaml"
    )
    {
        using var project = new TemporaryProject("name: demo\nruntime: dotnet\n");
        project.Write("mine.yaml", preset);
        project.Write("Pulumi.dev.yaml", Stack.Replace("mine.yaml", name, StringComparison.Ordinal) + settings + "\n");
        var loaded = SettingsLoader.Load(project.Read(), [.. project.Problems], Severity.Note);
        return (loaded.StackModel?.Servings.Single(), loaded.Problems);
    }
}
