using Infra.Commands;
using Infra.Configuration;

namespace Infra.Tests.Commands;

/// <summary>The command that writes a stack file.</summary>
public sealed class InitTests : IDisposable
{
    private readonly TemporaryProject _project = new(Golden.Read("Stacks/Pulumi.yaml"));

    public static TheoryData<string> PresetNames => [.. Presets.Names];

    public static TheoryData<string> ModelNames => [.. ModelChoice.Names];

    public void Dispose() => _project.Dispose();

    [Theory]
    [MemberData(nameof(PresetNames))]
    public async Task The_file_of_every_preset_is_the_golden_one(string preset)
    {
        await InitAsync("--model", preset);

        Golden.Matches(Written(), $"Commands/Golden/init.{preset}.yaml");
    }

    [Theory]
    [MemberData(nameof(ModelNames))]
    public async Task The_file_of_every_model_passes_a_strict_check(string model)
    {
        var written = await InitAsync("--model", model);
        var check = await InProcessCli.RunAsync(_project.Directory, "check", "--strict");

        Assert.Equal((0, ""), (written.ExitCode, written.Errors));
        Assert.Contains("Stack mine: valid", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_without_a_preset_gets_all_its_flags()
    {
        await InitAsync("--model", "llama3-70b", "--topology", "4x4", "--capacity", "spot");

        Golden.Matches(Written(), "Commands/Golden/init.no-preset.yaml");
    }

    [Fact]
    public async Task The_result_is_that_of_check_with_the_next_command()
    {
        var result = await InitAsync("--model", "gemma2-27b");

        Golden.Matches(result.Output, "Commands/Golden/init.gemma2-27b.txt");
    }

    [Theory]
    [InlineData("llama3.1-70b", "4x4", "gs://mine/int8", "- ici_fsdp_parallelism: 2")]
    [InlineData("llama3.1-405b-batch", "4x8", "gs://mine/int8", "- ici_autoregressive_parallelism: 4")]
    [InlineData("llama3.1-70b", "4x4", "gs://mine/bf16", "- quantization: null")]
    [InlineData("gemma2-27b", "2x2", "gs://mine/int8", "- quantization: int8")]
    [InlineData("gemma2-27b", "1x1", "gs://mine/model", "- quantization: int8")]
    [InlineData("gemma2-2b", "1x1", "gs://mine/a:", "checkpoint: \"gs://mine/a:\"")]
    public async Task Flags_follow_from_topology_and_checkpoint(
        string model,
        string topology,
        string checkpoint,
        string line
    )
    {
        var result = await InitAsync("--model", model, "--topology", topology, "--checkpoint", checkpoint);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Contains(line, Written(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_never_overwritten()
    {
        _project.Write("Pulumi.mine.yaml", "config: {}\n");

        var result = await InitAsync("--model", "gemma2-27b");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("Pulumi.mine.yaml exists already.", result.Errors, StringComparison.Ordinal);
        Assert.Equal("config: {}\n", Written());
    }

    [Fact]
    public async Task Missing_options_are_one_error()
    {
        var result = await InProcessCli.RunAsync(_project.Directory, "init", "mine", "--capacity", "reservation");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            "error: missing: --model, --checkpoint, --project, --zone, --reservation. Set them, or run init on a terminal, which asks for them.\n",
            result.Errors
        );
        Assert.False(File.Exists(FileName));
    }

    [Theory]
    [InlineData("--model", "gemma-27b", "--model: `gemma-27b` is not allowed. Did you mean \"gemma2-27b\"? Allowed: ")]
    [InlineData(
        "--capacity",
        "sport",
        "--capacity: `sport` is not allowed. Did you mean \"spot\"? Allowed: on-demand, "
    )]
    [InlineData("--zone", "us", "--zone: `us` is not allowed. Allowed: a Google Cloud zone")]
    [InlineData("--topology", "1x1", "--topology: mixtral-8x22b does not fit 1x1. Allowed: ")]
    public async Task Options_of_init_must_be_valid_settings(string option, string answer, string message)
    {
        var result = await InitAsync("--model", "mixtral-8x22b", option, answer);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(FileName));
    }

    [Fact]
    public async Task The_help_lists_the_models_that_a_message_leaves_out()
    {
        var result = await InitAsync("--model", "nope");
        var help = await InProcessCli.RunAsync(["init", "--help"]);

        Assert.Contains(
            $"and {ModelChoice.Names.Length - 8} more, see init --help",
            result.Errors,
            StringComparison.Ordinal
        );
        Assert.Contains(string.Join(", ", ModelChoice.Names), help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inconsistent_settings_are_not_written()
    {
        var result = await InitAsync("--model", "gemma2-27b", "--region", "europe-west4");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("us-east5-b is not in region europe-west4", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(FileName));
    }

    [Fact]
    public async Task A_prompt_repeats_until_the_answer_is_valid()
    {
        using var input = new StringReader(
            "gemma9\ngemma2-27b\ngs://my-checkpoints/gemma2\n\nmy-project\nus-east5-b\n\nspot\n"
        );
        var result = await InProcessCli.RunAsync(["init", "mine", "--cwd", _project.Directory], input);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("`gemma9` is not allowed.", result.Errors, StringComparison.Ordinal);
        Assert.Contains("Topology of a slice [2x2]: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains("Region of cluster and buckets [us-east5]: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains("kind: spot", Written(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_answers_at_the_end_of_the_input_are_an_error()
    {
        using var input = new StringReader("gemma2-27b\n");
        var result = await InProcessCli.RunAsync(["init", "mine", "--cwd", _project.Directory], input);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("error: missing: --checkpoint, --project, --zone", result.Errors, StringComparison.Ordinal);
    }

    private string FileName => Path.Combine(_project.Directory, "Pulumi.mine.yaml");

    private string Written() => File.ReadAllText(FileName);

    /// <summary>Runs the command with the options, and those that they leave out.</summary>
    private Task<ProcessResult> InitAsync(params string[] options)
    {
        string[] defaults =
        [
            "--checkpoint",
            "gs://my-checkpoints/model",
            "--project",
            "my-project",
            "--zone",
            "us-east5-b",
        ];
        var others = defaults.Chunk(2).Where(pair => !options.Contains(pair[0])).SelectMany(pair => pair);
        var given = options.Chunk(2).Reverse().DistinctBy(pair => pair[0]).SelectMany(pair => pair);
        return InProcessCli.RunAsync(_project.Directory, ["init", "mine", .. given, .. others]);
    }
}
