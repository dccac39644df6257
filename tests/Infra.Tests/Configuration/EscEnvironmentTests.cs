using Infra.Configuration;
using StackConfig.Reading;

namespace Infra.Tests.Configuration;

/// <summary>A stack file with a Pulumi ESC environment, whose settings only the engine knows.</summary>
public sealed class EscEnvironmentTests
{
    private const string Servings = """
          demo:servings:
            - name: a
              topology: 2x2
              checkpoint: gs://mine/model
              containers: { worker: { env: [ { name: TOKEN, secret: token } ] } }
              architecture:
                { embeddingWidth: 2048, queryHeads: 16, keyValueHeads: 16, headWidth: 128, layers: 16, mlpWidth: 7168, vocabulary: 32000 }

        """;

    private const string Location = "  demo:project: my-project\n  demo:region: us-east5\n  demo:zone: us-east5-b\n";

    [Fact]
    public void Settings_that_determine_the_resources_must_be_in_the_file()
    {
        var loaded = Load("environment: [shared]\nconfig:\n  demo:region: us-east5\n");

        var error = Assert.Single(Errors(loaded));
        Assert.Equal(("environment", 1), (error.Key, error.Line));
        Assert.Contains("may set project, zone, servings, which", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_existing_cluster_needs_only_the_servings()
    {
        var loaded = Load("environment: [shared]\nconfig:\n  demo:cluster: { existing: {} }\n");

        Assert.Contains("may set servings, which", Assert.Single(Errors(loaded)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_may_come_from_the_environment()
    {
        Assert.Single(Errors(Load("config:\n" + Location + Servings)));
        Assert.Empty(Errors(Load("environment: [shared]\nconfig:\n" + Location + Servings)));
    }

    private static IReadOnlyList<Diagnostic> Errors(LoadedSettings loaded) =>
        [.. loaded.Problems.Where(problem => problem.Severity == Severity.Error)];

    private static LoadedSettings Load(string stack)
    {
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", stack);
        return SettingsLoader.Load(project.Read(), project.Problems, Severity.Note);
    }
}
