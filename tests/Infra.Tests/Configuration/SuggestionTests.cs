namespace Infra.Tests.Configuration;

public sealed class SuggestionTests
{
    private const string Serving =
        "cluster: { existing: {} }\nservings:\n  - { name: a, topology: 2x2, checkpoint: gs://mine/model, scratch: gs://mine/tmp, ";

    [Theory]
    [InlineData("topolgy: 4x4", "topology")]
    [InlineData("Topology: 4x4", "topology")]
    [InlineData("machine_type: ct6e-standard-4t", "machineType")]
    [InlineData("maxtxet: {}", "maxText")]
    [InlineData("preset: llama3-405b-batch", "llama3.1-405b-batch")]
    [InlineData("machineType: ct6e-standard-4", "ct6e-standard-4t")]
    [InlineData("images: { pullPolicy: always }", "Always")]
    [InlineData("capacity: { kind: ondemand }", "on-demand")]
    public void A_misspelled_key_or_value_is_reported_with_a_suggestion(string setting, string suggestion)
    {
        var problem = StackText.Load($"{Serving}{setting} }}").Problems[0];

        Assert.Contains($"Did you mean \"{suggestion}\"?", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("color: red")]
    [InlineData("preset: mistral")]
    [InlineData("capacity: { kind: none }")]
    public void Nothing_is_suggested_without_a_similar_word(string setting)
    {
        var problem = StackText.Load($"{Serving}{setting} }}").Problems[0];

        Assert.DoesNotContain("Did you mean", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelled_secret_is_reported_with_a_suggestion()
    {
        var env = "containers: { jaxTpu: { env: [ { name: A, secret: hfTokne } ] } } }";
        var problem = StackText.Load($"{Serving}{env}\nhfToken: {{ secure: v1:abc }}").Problems[0];

        Assert.Contains("Did you mean \"hfToken\"?", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("v1:abc", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelled_stack_is_reported_with_a_suggestion()
    {
        using var project = new TemporaryProject();
        project.Write("Pulumi.prod.yaml", "config: {}\n").Read("prdo");

        Assert.Contains("Did you mean \"prod\"?", Assert.Single(project.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelled_key_of_the_file_is_reported_with_a_suggestion()
    {
        using var project = new TemporaryProject();
        project.Write("Pulumi.dev.yaml", "confg: {}\n").Read();

        Assert.Contains("Did you mean \"config\"?", Assert.Single(project.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_under_a_misspelled_prefix_is_a_warning_since_it_is_not_read()
    {
        using var project = new TemporaryProject("name: jetstream-pathways\nruntime: dotnet\n");
        project.Write("Pulumi.dev.yaml", "config:\n  jetstream-pathway:environment: dev\n  gcp:project: a\n").Read();

        var problem = Assert.Single(project.Problems);
        Assert.Equal(("jetstream-pathway:environment", 2), (problem.Key, problem.Line));
        Assert.Contains("Did you mean \"jetstream-pathways\"?", problem.Message, StringComparison.Ordinal);
    }
}
