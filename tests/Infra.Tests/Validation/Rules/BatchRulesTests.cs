using StackConfig.Reading;

namespace Infra.Tests.Validation.Rules;

/// <summary>Rules of batches of prompts.</summary>
public sealed class BatchRulesTests
{
    private const string Input = "input: gs://questions/all/prompts.jsonl";
    private const string Output = "output: gs://answers/run";

    [Theory]
    [InlineData(Input, "servings[0].batch.output", "gs://BUCKET/FOLDER/")]
    [InlineData(Output, "servings[0].batch.input", "gs://BUCKET/PATH/FILE")]
    public void A_batch_passes_input_and_output_to_the_client(string batch, string key, string accepted)
    {
        var problem = Assert.Single(StackText.Load(RuleStack.ManagedStack($"batch: {{ {batch} }}")).Problems);

        Assert.Equal((Severity.Error, key), (problem.Severity, problem.Key));
        Assert.Contains(accepted, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gs://questions")]
    [InlineData("gs://questions/")]
    [InlineData("gs://questions/folder/")]
    [InlineData("gs://questions//prompts.jsonl")]
    [InlineData("gs://questions/../prompts.jsonl")]
    [InlineData("gs://questions/a b.jsonl")]
    [InlineData("gs://questions/a'b.jsonl")]
    [InlineData("gs://questions/$(HOME).jsonl")]
    [InlineData("/questions/prompts.jsonl")]
    public void The_input_must_be_one_object_with_a_plain_name(string input) =>
        Refuses($"input: \"{input}\", {Output}", "servings[0].batch.input", "gs://BUCKET/PATH/FILE");

    [Theory]
    [InlineData("gs://answers")]
    [InlineData("gs://answers/")]
    [InlineData("gs://answers/run//")]
    [InlineData("gs://answers/a*b/")]
    [InlineData("answers/run/")]
    public void The_output_folder_must_have_a_plain_name(string output) =>
        Refuses($"{Input}, output: \"{output}\"", "servings[0].batch.output", "gs://BUCKET/FOLDER/");

    [Theory]
    [InlineData("gs://questions/all", "contains the prompts of servings[0].")]
    [InlineData("gs://mine/model", "overlaps the checkpoint of servings[0].")]
    [InlineData("gs://mine/model/answers", "overlaps the checkpoint of servings[0].")]
    [InlineData("gs://temporary/tmp/", "overlaps the temporary data of servings[0].")]
    [InlineData("gs://my-project-jetstream-pathways-test-scratch/answers", "the scratch bucket of the stack.")]
    public void Results_must_be_separate_from_prompts_checkpoints_and_temporary_data(string output, string conflict)
    {
        const string key = "servings[0].batch.output";
        var stack = RuleStack.ManagedStack($"batch: {{ {Input}, output: {output} }}");

        RuleStack.Refuses("BatchOutputOverlap", stack, key, $"{conflict} Allowed: a folder that contains nothing else");
        RuleStack.Accepts(RuleStack.ManagedStack($"batch: {{ {Input}, output: gs://questions/all-answers }}"));
    }

    [Theory]
    [InlineData("gs://answers/run", 1)]
    [InlineData("gs://answers/run/more", 1)]
    [InlineData("gs://answers/run-2", 0)]
    public void Batches_must_not_share_an_output_folder(string other, int problems)
    {
        var stack =
            RuleStack.ManagedStack($"batch: {{ {Input}, {Output} }}")
            + "\n  - { name: b, topology: 2x2, checkpoint: gs://mine/b, "
            + $"{StackText.SmallModel}, batch: {{ {Input}, output: {other} }} }}";
        var found = StackText.Load(stack).Problems;

        Assert.Equal(problems, found.Count);
        Assert.All(found, problem => Assert.Equal("servings[1].batch.output", problem.Key));
    }

    [Fact]
    public void In_an_existing_cluster_the_account_must_be_set()
    {
        RuleStack.Refuses(
            "BatchWithoutServiceAccount",
            RuleStack.Existing($"batch: {{ {Input}, {Output} }}"),
            "servings[0].batch.serviceAccount",
            "can read the input and write the output"
        );
        RuleStack.Accepts(RuleStack.Existing($"batch: {{ {Input}, {Output}, serviceAccount: mine }}"));
        RuleStack.Accepts(RuleStack.ManagedStack($"batch: {{ {Input}, {Output} }}"));
    }

    [Fact]
    public void A_batch_requires_at_least_one_replica()
    {
        var batch = $"batch: {{ {Input}, {Output} }}";

        RuleStack.Refuses(
            "BatchWithoutReplicas",
            RuleStack.ManagedStack($"replicas: 0, {batch}"),
            "servings[0].batch",
            "at least one replica"
        );
        RuleStack.Accepts(RuleStack.ManagedStack($"replicas: 0, deployed: false, {batch}"));
    }

    [Theory]
    [InlineData("replicas: 1", 48, 49)]
    [InlineData("replicas: 3", 144, 145)]
    [InlineData("maxText: { flags: [ per_device_batch_size: 100 ] }", 256, 257)]
    public void Concurrency_above_the_slots_is_a_warning(string serving, int most, int tooMany)
    {
        string With(int concurrency) =>
            RuleStack.ManagedStack($"{serving}, batch: {{ {Input}, {Output}, concurrency: {concurrency} }}");

        RuleStack.Refuses(
            "ConcurrencyAboveSlots",
            With(tooMany),
            "servings[0].batch.concurrency",
            $"at most {most}",
            Severity.Note
        );
        Assert.DoesNotContain(StackText.Load(With(most)).Problems, problem => problem.Rule == "ConcurrencyAboveSlots");
    }

    private static void Refuses(string batch, string key, string accepted)
    {
        var problem = Assert.Single(StackText.Load(RuleStack.ManagedStack($"batch: {{ {batch} }}")).Problems);

        Assert.Equal((Severity.Error, key), (problem.Severity, problem.Key));
        Assert.Contains(accepted, problem.Message, StringComparison.Ordinal);
    }
}
