using Infra.Configuration;
using Infra.Tests.Validation.Rules;
using StackConfig.Reading;

namespace Infra.Tests.Configuration;

/// <summary>Keys and values that users mistake for others.</summary>
public sealed class MisnomerTests
{
    [Theory]
    [InlineData("spot: true", "spot", "unknown key. Did you mean \"capacity.kind: spot\"?")]
    [InlineData("capacity: { spot: true }", "capacity.spot", "unknown key. Did you mean \"kind: spot\"?")]
    [InlineData("model: gemma2-27b", "model", "unknown key. Did you mean \"maxText.flags: - model_name\"?")]
    [InlineData("model_name: a", "model_name", "unknown key. Did you mean \"maxText.flags: - model_name\"?")]
    [InlineData("flags: [ a: 1 ]", "flags", "unknown key. Did you mean \"maxText.flags\"?")]
    [InlineData("topology: 1x1, machineType: ct6e-standard-4t", "machineType", "Allowed: ct6e-standard-1t (1 host)")]
    [InlineData("checkpoint: gs://c/x", "checkpoint", "; the bucket's name has 3 to 63 lower-case letters, digits")]
    public void A_commonly_confused_setting_is_reported_with_the_right_one(string setting, string key, string message)
    {
        var problems = StackText.Load(RuleStack.ManagedStack(setting)).Problems;

        var problem = Assert.Single(problems, problem => problem.Key == $"servings[0].{key}");
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_project_of_the_provider_points_to_that_of_the_program()
    {
        using var project = new TemporaryProject("name: jetstream-pathways\nruntime: dotnet\n");
        var document = project.Write("Pulumi.dev.yaml", "config:\n  gcp:project: my-project\n").Read();

        var problems = SettingsLoader.Load(document, [], Severity.Error).Problems;

        var problem = Assert.Single(problems, problem => problem.Key == "project");
        Assert.StartsWith(
            "is missing. gcp:project is not read; set jetstream-pathways:project.",
            problem.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_plain_text_secret_is_reported_with_the_command_that_encrypts_it()
    {
        var problems = StackText.Load(RuleStack.ManagedStack("replicas: 1", "hfToken: abc")).Problems;

        var problem = Assert.Single(problems);
        Assert.StartsWith(
            "unknown key, or a secret in clear text. Encrypt a secret (pulumi config set --secret hfToken).",
            problem.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("abc", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelled_model_is_reported_with_a_suggestion()
    {
        const string setting = "maxText: { flags: [ model_name: lama2-70b ] }";

        var problems = StackText.Load(RuleStack.ManagedStack(setting)).Problems;

        var problem = Assert.Single(problems, problem => problem.Rule == "ModelNotInImage");
        Assert.StartsWith(
            "MaxText in the default image does not know model_name lama2-70b. Did you mean \"llama2-70b\"? Allowed: ",
            problem.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Eight_models_are_listed_and_the_others_counted()
    {
        const string setting = "maxText: { flags: [ model_name: gemma9-1b ] }";

        var problems = StackText.Load(RuleStack.ManagedStack(setting)).Problems;

        var problem = Assert.Single(problems, problem => problem.Rule == "ModelNotInImage");
        Assert.Matches("Allowed: ([^,]+, ){7}[^,]+ and [0-9]+ more, or an image that knows it", problem.Message);
    }
}
