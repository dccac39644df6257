using StackConfig.Reading;

namespace StackConfig.Tests.Reading;

public sealed class EngineConfigReaderTests
{
    [Fact]
    public void Configuration_of_the_engine_is_read_as_settings()
    {
        const string Config = """
            {
              "demo:environment": "dev",
              "demo:config:old": "x",
              "demo:replicas": "3",
              "demo:empty": "",
              "demo:servings": "[{\"name\":\"llama\",\"slices\":2,\"on\":true,\"none\":null}]",
              "demo:token": "plain text of a secret",
              "gcp:config:project": "example-project",
              "odd": "x"
            }
            """;

        var problems = new List<Diagnostic>();
        var document = EngineConfigReader.Read("demo", "dev", Config, "[\"demo:token\"]", problems);

        Assert.Empty(problems);
        Assert.Equal(
            "demo/dev empty=null, environment=Any(dev), odd=Any(x), old=Any(x), replicas=Any(3), "
                + "servings=[{name: String(llama), none: null, on: Bool(true), slices: Number(2)}], token=secret | gcp:project",
            NodeText.Format(document!)
        );
        Assert.Equal(new SecretNode(new SourceLocation("token"), null), document!.Entries["token"]);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("{}", "[]")]
    public void An_empty_configuration_has_no_settings(string? config, string? secretKeys) =>
        Assert.Equal("demo/dev  | ", NodeText.Format(EngineConfigReader.Read("demo", "dev", config, secretKeys, [])!));

    [Theory]
    [InlineData("{", "[]", "PULUMI_CONFIG is")]
    [InlineData("[]", "[]", "PULUMI_CONFIG is")]
    [InlineData("{}", "{}", "PULUMI_CONFIG_SECRET_KEYS is")]
    public void Invalid_JSON_is_reported_without_its_content(string config, string secretKeys, string expected)
    {
        var problems = new List<Diagnostic>();

        Assert.Null(EngineConfigReader.Read("demo", "dev", config, secretKeys, problems));
        Assert.Contains(expected, Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Non_string_values_of_the_engine_are_read_as_JSON()
    {
        var document = EngineConfigReader.Read(
            "demo",
            "dev",
            """{"demo:a": null, "demo:b": 1, "demo:c": [1]}""",
            "[null, 1]",
            []
        );

        Assert.Equal("demo/dev a=null, b=Any(1), c=[Number(1)] | ", NodeText.Format(document!));
    }
}
