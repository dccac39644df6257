using StackConfig.Reading;

namespace StackConfig.Tests.Reading;

public sealed class ProjectDefaultsTests
{
    [Fact]
    public void A_default_applies_if_the_stack_does_not_set_the_key()
    {
        const string Project = """
            name: demo
            config:
              environment: dev
              demo:replicas: 3
              zones: [a, b]
              long:
                description: A map.
                default: {a: 509}
              value:
                value: 1.5
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
                + "value=Any(1.5), zones=[String(a), String(b)] | gcp:project, gcp:region",
            NodeText.Format(document)
        );
        Assert.Equal(new SourceLocation("environment", "Pulumi.yaml", 3), document.Entries["environment"].Location);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{description: A string.}")]
    [InlineData("{default: null}")]
    [InlineData("~")]
    public void A_key_declared_without_a_default_must_be_set(string declaration)
    {
        using var project = new TemporaryProject($"name: demo\nconfig:\n  needed: {declaration}\n").Write(
            "Pulumi.dev.yaml",
            ""
        );

        project.Read();

        var expected = "is missing. Set it in every stack: Pulumi.yaml declares it without a default.";
        Assert.Equal([new Diagnostic(Severity.Error, "needed", expected, "Pulumi.dev.yaml")], project.Problems);
    }

    [Fact]
    public void A_key_that_is_declared_twice_is_reported()
    {
        using var project = new TemporaryProject("name: demo\nconfig:\n  k: 1\n  demo:k: 2\n").Write(
            "Pulumi.dev.yaml",
            ""
        );

        project.Read();

        Assert.Equal(["4 k: is declared twice, first in line 3. Remove one of them."], project.Errors);
    }

    [Theory]
    [InlineData("k: {default: 1, value: 2}", "has both `default` and `value`. Remove `value`.")]
    [InlineData(
        "k: {type: integer, default: 1}",
        "declares `type`, which is not supported. Allowed: description, default"
    )]
    [InlineData("k: {secret: true}", "declares `secret`, which is not supported. Allowed: description, default")]
    [InlineData("k: {default: {secure: v1:abc}}", "is encrypted. Move it to a stack file.")]
    [InlineData("k: 0775", "'0775' has a different meaning")]
    [InlineData("a.b: 1", "Allowed: `name` or `namespace:name`")]
    [InlineData("a:b:c: 1", "Allowed: `name` or `namespace:name`")]
    public void A_wrong_declaration_is_reported(string declaration, string expected)
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
