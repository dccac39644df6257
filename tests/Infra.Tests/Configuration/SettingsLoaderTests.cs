using System.Text.Json;
using Infra.Configuration;
using StackConfig.Reading;

namespace Infra.Tests.Configuration;

public sealed class SettingsLoaderTests
{
    private const string Good =
        "cluster: { existing: {} }\nservings:\n  - { name: a, topology: 2x2, checkpoint: gs://mine/model, scratch: gs://mine/tmp, "
        + StackText.SmallModel;

    [Fact]
    public void Diagnostics_of_one_severity_are_in_the_order_of_the_file()
    {
        var problems = StackText
            .Load($"cluster: {{ existing: {{}} }}\nservings:{WithWarnings("b")}{WithWarnings("a")}")
            .Problems;

        var warnings = problems.Where(problem => problem.Severity == Severity.Warning).ToList();
        Assert.Equal(warnings.OrderBy(problem => problem.Line).ToList(), warnings);
        Assert.Equal(4, warnings.Count);
    }

    [Fact]
    public void Diagnostics_without_lines_are_in_the_order_of_the_servings()
    {
        static object Serving(string name) =>
            new
            {
                name,
                topology = "2x2",
                checkpoint = "gs://mine/x",
                images = new { pathwaysTag = "latest" },
                scratch = "gs://cloud-pathways-staging/tmp",
            };

        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["demo:cluster"] = JsonSerializer.Serialize(new { existing = new { context = "mine" } }),
            ["demo:servings"] = JsonSerializer.Serialize(new[] { Serving("b"), Serving("a") }),
        };
        var config = JsonSerializer.Serialize(settings);
        var found = new List<Diagnostic>();
        var document = EngineConfigReader.Read("demo", "dev", config, "[]", found);

        var warnings = SettingsLoader
            .Load(document, found, Severity.Error)
            .Problems.Where(problem => problem.Severity == Severity.Warning)
            .Select(problem => problem.Key);

        Assert.Equal(
            [
                "servings[0].images.pathwaysTag",
                "servings[0].scratch",
                "servings[1].images.pathwaysTag",
                "servings[1].scratch",
            ],
            warnings.Where(key => !key.EndsWith(".maxText.flags", StringComparison.Ordinal))
        );
    }

    private static string WithWarnings(string name) =>
        $$"""

              - name: {{name}}
                topology: 2x2
                checkpoint: gs://mine/model
                scratch: gs://cloud-pathways-staging/tmp
                {{StackText.SmallModel}}
                images: { pathwaysTag: latest }
            """;

    [Fact]
    public void Valid_settings_have_no_diagnostics() => Assert.Empty(StackText.Load(Good + " }").Problems);

    [Theory]
    [InlineData("topolgy: 4x4", "servings[0].topolgy", "topology")]
    [InlineData("slices: many", "servings[0].slices", "an integer")]
    [InlineData("slices: 0", "servings[0].slices", "1")]
    [InlineData("preset: llama4", "servings[0].preset", "llama3.1-405b-batch")]
    [InlineData("machineType: ct6e-standard-8t", "servings[0].machineType", "ct6e-standard-4t")]
    [InlineData("xlaFlags: all", "servings[0].xlaFlags", "llama2-70b-disaggregated")]
    [InlineData("namespace: Not_A_Name", "servings[0].namespace", "lower-case")]
    [InlineData("images: { pullPolicy: always }", "servings[0].images.pullPolicy", "Always")]
    [InlineData("images: { jetStream: [a] }", "servings[0].images.jetStream", "a string")]
    [InlineData("maxText: { flags: { a: 1 } }", "servings[0].maxText.flags", "list")]
    [InlineData("maxText: { flags: [ load_parameters_path: x ] }", "servings[0].maxText.flags", "load_parameters_path")]
    [InlineData(
        "containers: { pathwaysRm: { flags: [ instance_count: 7 ] } }",
        "servings[0].containers.pathwaysRm.flags",
        "instance_count"
    )]
    [InlineData("containers: { jaxTpu: { flags: [ a: 1 ] } }", "servings[0].containers.jaxTpu.flags", "maxText.flags")]
    [InlineData("containers: { jaxTpu: { env: [ { name: A } ] } }", "servings[0].containers.jaxTpu.env[0]", "secret")]
    [InlineData(
        "containers: { jaxTpu: { env: [ { name: A, secret: nope } ] } }",
        "servings[0].containers.jaxTpu.env[0].secret",
        "pulumi config set --secret"
    )]
    [InlineData(
        "containers: { jaxTpu: { env: [ { name: 1A, value: x } ] } }",
        "servings[0].containers.jaxTpu.env[0].name",
        "digit"
    )]
    [InlineData("probes: { startup: { periodSeconds: 0 } }", "servings[0].probes.startup.periodSeconds", "1")]
    public void An_invalid_setting_is_reported_with_its_key_and_the_allowed_values(
        string setting,
        string key,
        string accepted
    )
    {
        var problem = Assert.Single(StackText.Load($"{Good}, {setting} }}").Problems);

        Assert.Equal((Severity.Error, key), (problem.Severity, problem.Key));
        Assert.Contains(accepted, problem.Message, StringComparison.Ordinal);
        Assert.Equal("Pulumi.test.yaml", problem.File);
        Assert.NotNull(problem.Line);
    }

    [Theory]
    [InlineData("GCS_CHECKPOINT_PATH")]
    [InlineData("/mnt/model")]
    [InlineData("gs://")]
    [InlineData("gs://Upper/model")]
    [InlineData("gs://mine/with space")]
    public void A_checkpoint_that_is_not_a_Cloud_Storage_path_is_refused(string checkpoint)
    {
        var problem = Assert.Single(StackText.Load(Good.Replace("gs://mine/model", $"'{checkpoint}'") + " }").Problems);

        Assert.Equal("servings[0].checkpoint", problem.Key);
        Assert.Contains("gs://BUCKET", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_reported_in_one_pass()
    {
        var keys = StackText
            .Load("environment: test\nother: 1\nservings:\n  - { topology: 9x9 }\n  - { name: a, topology: 2x2 }")
            .Problems.Select(problem => problem.Key);

        Assert.Equal(
            [
                "environment",
                "other",
                "servings[0].checkpoint",
                "servings[0].name",
                "servings[0].topology",
                "servings[1].checkpoint",
            ],
            keys.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Rules_are_checked_although_some_values_cannot_be_read()
    {
        const string stack = """
            project: my-project
            region: us-east5
            zone: us-east5-b
            network: { nodeRange: wide }
            storage: { checkpointBuckets: [ my-models, my-models ] }
            servings:
              - { name: a, topology: 9x9, replicas: many, checkpoint: gs://mine/model }
              - { name: b, preset: llama3.1-405b-batch, checkpoint: gs://mine/model, maxText: { flags: [ per_device_batch_size: 10 ] } }
            """;

        Assert.Equal(
            [
                (5, "network.nodeRange"),
                (6, "storage.checkpointBuckets[1]"),
                (8, "servings[0].topology"),
                (8, "servings[0].replicas"),
                (9, "servings[1].maxText.flags[0].per_device_batch_size"),
            ],
            StackText.Load(stack, Severity.Note).Problems.OrderBy(one => one.Line).Select(one => (one.Line, one.Key))
        );
    }

    [Fact]
    public void Consequences_of_an_unreadable_value_are_not_reported()
    {
        const string serving =
            "servings: [ { name: a, preset: llama3.1-405b-batch, checkpoint: gs://mine/model, scratch: gs://tmp/a, ";

        var withWarning = StackText.Load(
            $"cluster: {{ existing: {{}} }}\n{serving}maxText: {{ flags: [ per_device_batch_size: 10 ] }} }} ]"
        );
        var withError = StackText.Load(
            $"cluster: {{ existing: {{}} }}\n{serving}generation: 6, maxText: {{ flags: [ per_device_batch_size: 10 ] }} }} ]"
        );

        Assert.Equal("LowMemoryHeadroom", Assert.Single(withWarning.Problems).Rule);
        Assert.Equal("servings[0].generation", Assert.Single(withError.Problems).Key);
    }

    [Theory]
    [InlineData("preset: llama3.1-8b, service: { access: intern, sourceRanges: [10.20.0.0/16] }", "service.access")]
    [InlineData("preset: llama3.1-8b, topology: 2x44, machineType: ct6e-standard-8t", "topology")]
    public void A_setting_is_not_refused_because_one_that_it_depends_on_cannot_be_read(string settings, string key) =>
        Assert.Equal(
            $"servings[0].{key}",
            Assert
                .Single(
                    StackText
                        .Load(
                            $"cluster: {{ existing: {{}} }}\nservings: [ {{ name: a, checkpoint: gs://mine/a, scratch: gs://tmp/a, {settings} }} ]"
                        )
                        .Problems
                )
                .Key
        );

    [Fact]
    public void A_value_that_is_refused_is_not_missing_as_well()
    {
        var problems = StackText
            .Load(
                "cluster: { existing: {} }\nservings: [ { name: n, preset: llama3.1-8b, checkpoint: gs://mine/a, scratch: gs://tmp/a } ]"
            )
            .Problems;

        Assert.Equal("servings[0].name", Assert.Single(problems).Key);
        Assert.Contains("Quote it", problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_settings_of_a_serving_are_reported_once_its_other_settings_are_readable()
    {
        var keys = StackText
            .Load("cluster: { existing: {} }\nservings:\n  - { name: a }")
            .Problems.Select(one => one.Key);

        Assert.Equal(
            ["servings[0].checkpoint", "servings[0].scratch", "servings[0].topology"],
            keys.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_topology_with_two_machine_types_requires_the_machine_type()
    {
        var problem = Assert.Single(StackText.Load(Good.Replace("2x2", "2x4") + " }").Problems);

        Assert.Equal("servings[0].machineType", problem.Key);
        Assert.Contains("ct6e-standard-8t", problem.Message, StringComparison.Ordinal);
        Assert.Contains("ct6e-standard-4t", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_servings_cannot_share_a_name()
    {
        var problems = StackText.Load($"{Good} }}\n{Good.Split('\n')[2]} }}").Problems;

        Assert.Contains(problems, problem => problem.Key == "servings[1].name");
    }

    [Fact]
    public void An_encrypted_value_instead_of_a_plain_one_is_reported_without_its_value()
    {
        var problems = StackText.Load(Good.Replace("a,", "{ secure: v1:ciphertext },") + " }").Problems;

        Assert.NotEmpty(problems);
        Assert.DoesNotContain(problems, problem => problem.Message.Contains("ciphertext", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_misplaced_secret_is_reported_once_and_with_all_other_problems()
    {
        const string stack = """
            cluster: { existing: {} }
            servings:
              - name: a
                preset: llama3.1-8b
                checkpoint: gs://mine/a
                scratch: gs://tmp/a
                replicas: many
                namespace:
                  secure: v1:ciphertext
                smokeTest:
                  prompt:
                    secure: v1:ciphertext
                  maxTokens: lots
                service: { name: a }
            """;

        Assert.Equal(
            [
                (8, "servings[0].replicas"),
                (9, "servings[0].namespace"),
                (12, "servings[0].smokeTest.prompt"),
                (14, "servings[0].smokeTest.maxTokens"),
                (15, "servings[0].service.name"),
            ],
            StackText.Load(stack).Problems.Select(problem => (problem.Line, problem.Key))
        );
    }

    [Theory]
    [InlineData(Severity.Warning)]
    [InlineData(Severity.Error)]
    public void The_severity_of_placeholder_values_depends_on_the_command(Severity severity)
    {
        var loaded = StackText.Load(Good.Replace("gs://mine/model", "gs://example-checkpoints/model") + " }", severity);

        var problem = Assert.Single(loaded.Problems);
        Assert.Equal((severity, "servings[0].checkpoint"), (problem.Severity, problem.Key));
        Assert.Equal(severity == Severity.Error, loaded.StackModel is null);
    }
}
