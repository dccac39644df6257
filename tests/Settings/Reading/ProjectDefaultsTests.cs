using Infra.Settings;

namespace Infra.Tests.Settings.Reading;

public sealed class ProjectDefaultsTests
{
    [Fact]
    public void A_default_stands_in_where_the_stack_does_not_name_the_key()
    {
        const string Project = """
            name: demo
            config:
              environment: dev
              demo:replicas: 3
              zones: [a, b]
              long:
                description: Told at length.
                type: object
                default: {a: 0775}
              value:
                value: 1.50
              set: default
              empty: default
              gcp:project: example-project
              gcp:region:
                value: us-east5
            """;
        using var project = new TemporaryProject(Project).Write("Pulumi.dev.yaml", "config:\n  set: own\n  empty:\n");

        var document = project.Read()!;

        Assert.Empty(project.Errors);
        Assert.Equal(
            "demo/dev empty=null, environment=Any(dev), long={a: Number(509)}, replicas=Any(3), set=Any(own), "
                + "value=Any(1.5), zones=[Text(a), Text(b)] | gcp:project, gcp:region",
            NodeText.Of(document)
        );
        Assert.Equal(new SettingPlace("environment", "Pulumi.yaml", 3), document.Entries["environment"].Place);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{type: string, description: A text.}")]
    [InlineData("{default: null}")]
    [InlineData("~")]
    public void A_key_that_is_declared_without_a_default_has_to_be_set(string declaration)
    {
        using var project = new TemporaryProject($"name: demo\nconfig:\n  needed: {declaration}\n").Write(
            "Pulumi.dev.yaml",
            ""
        );

        project.Read();

        var expected = "is missing; Pulumi.yaml declares it without a default, so every stack has to set it";
        Assert.Equal([new Problem(Severity.Error, "needed", expected, "Pulumi.dev.yaml")], project.Problems);
    }

    [Theory]
    [InlineData("type: string", "12", true)]
    [InlineData("type: string", "[a]", false)]
    [InlineData("type: integer", "12", true)]
    [InlineData("type: integer", "'12'", true)]
    [InlineData("type: integer", "1.5", false)]
    [InlineData("type: integer", "many", false)]
    [InlineData("type: integer", "", false)]
    [InlineData("type: boolean", "True", true)]
    [InlineData("type: boolean", "'true'", true)]
    [InlineData("type: boolean", "yes", false)]
    [InlineData("type: object", "{a: 1}", true)]
    [InlineData("type: object", "[a]", false)]
    [InlineData("type: array, items: {type: string}", "[a, '1']", true)]
    [InlineData("type: array, items: {type: string}", "[a, 1]", false)]
    [InlineData("type: array, items: {type: array, items: {type: integer}}", "[[1], []]", true)]
    [InlineData("type: array, items: {type: object}", "[{a: 1}, b]", false)]
    public void A_declared_type_is_checked_as_the_CLI_does(string type, string value, bool isAccepted)
    {
        using var project = new TemporaryProject($"name: demo\nconfig:\n  k: {{{type}, description: d}}\n");

        project.Write("Pulumi.dev.yaml", $"config:\n  k: {value}\n").Read();

        Assert.Equal(isAccepted, !project.Errors.Any());
        Assert.All(
            project.Errors,
            error =>
                Assert.StartsWith(
                    "2 k: is not of the type that Pulumi.yaml declares; accepted: ",
                    error,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void A_key_that_is_declared_secret_has_to_be_encrypted()
    {
        using var project = new TemporaryProject("name: demo\nconfig:\n  token: {type: string, secret: true}\n");

        project.Write("Pulumi.dev.yaml", "config:\n  token: plain\n").Read();

        var problem = Assert.Single(project.Errors);
        Assert.Contains("pulumi config set --secret token", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("plain", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("k: {default: 1, value: 2}", "both")]
    [InlineData("k: {type: number, default: 1}", "accepted: string, integer")]
    [InlineData("k: {type: array, default: [a]}", "accepted: string, integer")]
    [InlineData("k: {type: integer, default: x}", "has a default that is not of its type; accepted: integer")]
    [InlineData("k: {default: {secure: v1:abc}}", "encrypted values stand in a stack file only")]
    [InlineData("a.b: 1", "accepted: `name` or `namespace:name`")]
    [InlineData("a:b:c: 1", "accepted: `name` or `namespace:name`")]
    public void A_wrong_declaration_is_told(string declaration, string expected)
    {
        using var project = new TemporaryProject($"name: demo\nconfig:\n  {declaration}\n").Write(
            "Pulumi.dev.yaml",
            "config: {k: 1}"
        );

        project.Read();

        Assert.Contains(
            project.Errors,
            error =>
                error.StartsWith("3 ", StringComparison.Ordinal) && error.Contains(expected, StringComparison.Ordinal)
        );
    }
}
