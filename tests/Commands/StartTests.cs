namespace Infra.Tests.Commands;

/// <summary>What .NET loads when the program starts takes most of the time of a small stack.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task What_a_stack_has_no_use_for_is_not_loaded_to_check_it()
    {
        using var project = await SmallProject.CreateAsync();
        var list = Path.Combine(project.Folder, "loaded.txt");

        var result = await project.RunAsync(
            ["check", "--stack", "dev"],
            ("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location),
            (StartupHook.FileVariable, list)
        );

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        var loaded = await File.ReadAllLinesAsync(list);
        Assert.Contains("YamlDotNet", loaded);
        Assert.DoesNotContain(loaded, name => name.StartsWith("Pulumi", StringComparison.Ordinal));
        Assert.Empty(
            loaded.Intersect(["System.Text.Json", "System.Net.Primitives", "System.Text.Encoding.Extensions"])
        );
    }
}
