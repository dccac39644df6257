using StackConfig.Reading;

namespace StackConfig.Tests.Reading;

public sealed class StackFileReaderTests
{
    private const string Stack = """
        encryptionsalt: v1:abc
        secretsprovider: passphrase
        config:
          gcp:project: example-project
          demo:environment: dev
          demo:config:old: kept
          short: 1
          demo:servings:
            - name: llama
              tpu:
                topology: 4x4
            - name: other
        """;

    [Fact]
    public void Settings_lose_the_prefix_of_the_project_and_other_keys_are_foreign()
    {
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", Stack);

        var document = project.Read();

        Assert.Empty(project.Problems);
        Assert.Equal(
            "demo/dev environment=Any(dev), old=Any(kept), "
                + "servings=[{name: String(llama), tpu: {topology: String(4x4)}}, {name: String(other)}], short=Any(1) | gcp:project",
            NodeText.Format(document!)
        );
    }

    [Fact]
    public void A_value_has_its_path_file_and_line()
    {
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", Stack);

        var list = (ListNode)project.Read()!.Entries["servings"];
        var tpu = (MapNode)((MapNode)list.Items[0]).Entries["tpu"];

        Assert.Equal(new SourceLocation("servings", "Pulumi.dev.yaml", 8), list.Location);
        Assert.Equal(
            new SourceLocation("servings[0].tpu.topology", "Pulumi.dev.yaml", 11),
            tpu.Entries["topology"].Location
        );
        Assert.Equal(new SourceLocation("servings[1]", "Pulumi.dev.yaml", 12), list.Items[1].Location);
    }

    [Fact]
    public void The_stacks_are_those_that_have_a_file()
    {
        using var project = new TemporaryProject();
        project
            .Write("Pulumi.prod.yaml", "")
            .Write("Pulumi.dev.yaml", "")
            .Write("Pulumi.a b.yaml", "")
            .Write("Pulumi.x.yml", "");

        Assert.Equal(["dev", "prod"], StackFileReader.Stacks(project.Directory));
    }

    [Fact]
    public void An_unknown_stack_is_reported_with_those_that_exist()
    {
        using var project = new TemporaryProject().Write("Pulumi.prod.yaml", "").Write("Pulumi.dev.yaml", "");

        Assert.Null(project.Read("test"));
        var expected = "does not exist. Stacks of this project: dev, prod.";
        Assert.Equal([new Diagnostic(Severity.Error, "", expected, "Pulumi.test.yaml")], project.Problems);
    }

    [Theory]
    [InlineData("../dev")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("org/project/dev")]
    public void An_invalid_stack_name_is_refused_before_any_file_is_read(string stack)
    {
        using var project = new TemporaryProject();

        Assert.Null(project.Read(stack));
        Assert.Contains(
            "is not a valid stack name. Allowed: 1 to 100 letters",
            Assert.Single(project.Problems).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_directory_without_a_project_is_reported()
    {
        using var project = new TemporaryProject();
        File.Delete(Path.Combine(project.Directory, "Pulumi.yaml"));

        Assert.Null(project.Read());
        Assert.StartsWith(
            "there is no Pulumi.yaml in",
            Assert.Single(project.Problems).Message,
            StringComparison.Ordinal
        );
        Assert.Empty(StackFileReader.Stacks(project.Directory));
    }

    [Theory]
    [InlineData("name: demo\nstackConfigDir: stacks\n")]
    [InlineData("name: demo\nstackConfigDir: ./stacks/\n")]
    public void The_stack_files_may_have_their_own_directory(string yaml)
    {
        using var project = new TemporaryProject(yaml).Write("stacks/Pulumi.dev.yaml", "config: {a: true}");

        var document = project.Read()!;

        Assert.Equal("Any(true)", NodeText.Format(document.Entries["a"]));
        Assert.Equal("stacks/Pulumi.dev.yaml", document.Entries["a"].Location.File);
        Assert.Equal(["dev"], StackFileReader.Stacks(project.Directory));
    }

    [Theory]
    [InlineData("name: demo\nstackConfigDir: ../elsewhere\n")]
    [InlineData("name: demo\nstackConfigDir: stacks/../..\n")]
    public void A_directory_outside_the_project_is_refused(string yaml)
    {
        using var project = new TemporaryProject(yaml);

        Assert.Null(project.Read());
        Assert.Contains("is outside of the project", Assert.Single(project.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_file_with_extension_yml_has_stack_files_with_extension_yml()
    {
        using var project = new TemporaryProject();
        File.Move(Path.Combine(project.Directory, "Pulumi.yaml"), Path.Combine(project.Directory, "Pulumi.yml"));
        project.Write("Pulumi.dev.yml", "config: {a: x}");

        Assert.Equal("demo/dev a=Any(x) | ", NodeText.Format(project.Read()!));
    }

    [Theory]
    [InlineData("runtime: dotnet\n")]
    [InlineData("name: 12\n")]
    [InlineData("name: ''\n")]
    public void A_project_without_a_name_is_reported(string yaml)
    {
        using var project = new TemporaryProject(yaml);

        Assert.Null(project.Read());
        Assert.Contains("the project needs a name", Assert.Single(project.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_says_that_values_of_an_ESC_environment_are_unknown()
    {
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", "environment:\n  - shared\n");

        Assert.NotNull(project.Read());
        Assert.Equal(
            (Severity.Note, "environment", 1),
            project.Problems.Select(p => (p.Severity, p.Key, p.Line ?? 0)).Single()
        );
    }

    [Theory]
    [InlineData("config: {}\n", 1)]
    [InlineData("environment: [shared]\n", 0)]
    public void A_key_declared_without_a_default_may_come_from_an_ESC_environment(string stack, int errors)
    {
        using var project = new TemporaryProject("name: demo\nruntime: dotnet\nconfig:\n  a: {}\n");

        project.Write("Pulumi.dev.yaml", stack).Read();

        Assert.Equal(errors, project.Errors.Count());
    }

    [Fact]
    public void A_key_that_is_in_no_stack_file_is_refused()
    {
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", "servings: []\nconfig:\n  a: 1\n");

        project.Read();

        Assert.Contains(
            "1 servings: is not a key of a stack file",
            Assert.Single(project.Errors),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_key_with_and_without_prefix_is_set_twice()
    {
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", "config:\n  a: 1\n  demo:a: 2\n");

        project.Read();

        Assert.Equal(["3 a: is set with and without `demo:`, first in line 2. Remove one of them."], project.Errors);
    }
}
