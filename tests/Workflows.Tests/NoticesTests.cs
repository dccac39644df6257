namespace Workflows.Tests;

/// <summary>The licenses of the packages in an archive, from a folder of packages like NuGet's.</summary>
public sealed class NoticesTests : IDisposable
{
    private const string Mit = "<license type=\"expression\">MIT</license>";

    private const string Link = "<licenseUrl>https://example.com/license</licenseUrl>";

    private readonly Sandbox _sandbox = new();
    private readonly PublishedProgram _program;

    public NoticesTests()
    {
        _sandbox.Copy(".github/scripts/write-notices");
        _sandbox.Copy("LICENSE");
        _sandbox.Write("workspace/.github/licenses/MIT.txt", "Text of MIT");
        _program = new(_sandbox);
        _program.AddDotnet("Microsoft.NETCore.App.Runtime.linux-x64", Mit, ("LICENSE.TXT", "Text of .NET"));
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Each_package_is_listed_with_its_license_and_each_text_appears_once()
    {
        _program.AddPackage("Beta", $"<copyright>Copyright Beta</copyright>{Mit}");
        _program.AddPackage("Alpha", $"<projectUrl>https://alpha.example</projectUrl>{Mit}");

        Assert.Equal(
            """
            Infra contains code of .NET and of the packages below. Their licenses and notices follow the list.

            Microsoft.NETCore.App.Runtime.linux-x64 1.2.0
              Authors: The authors of Microsoft.NETCore.App.Runtime.linux-x64
              License: MIT

            Alpha 1.2.0
              Authors: The authors of Alpha
              Project: https://alpha.example
              License: MIT

            Beta 1.2.0
              Authors: The authors of Beta
              Copyright: Copyright Beta
              License: MIT

            ================================================================================
            LICENSE.TXT
              Microsoft.NETCore.App.Runtime.linux-x64 1.2.0
            ================================================================================

            Text of .NET

            ================================================================================
            MIT
              Alpha 1.2.0
              Beta 1.2.0
            ================================================================================

            Text of MIT

            """,
            await WriteAsync()
        );
    }

    [Theory]
    [InlineData("<license type=\"file\">legal\\Terms.txt</license>", "legal/Terms.txt", "Own text")]
    [InlineData(Mit, "LICENSE.md", "Own text")]
    [InlineData(Link, "license", "Own text")]
    [InlineData(Mit, "NOTICE", "Text of MIT")]
    [InlineData(Mit, "ThirdPartyNotices.txt", "Text of MIT")]
    [InlineData(Mit, "THIRD-PARTY-NOTICES.TXT", "Text of MIT")]
    public async Task Files_of_a_package_are_included(string license, string file, string text)
    {
        _program.AddPackage("Alpha", license, (file, "Own text"));

        var notices = await WriteAsync();

        Assert.Contains($"\n{file}\n  Alpha 1.2.0\n", notices, StringComparison.Ordinal);
        Assert.Contains("\nOwn text\n", notices, StringComparison.Ordinal);
        Assert.Contains($"\n{text}\n", notices, StringComparison.Ordinal);
        Assert.Equal(text != "Own text", notices.Contains("Text of MIT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_Apache_License_is_that_of_the_repository_without_the_authors_of_this_program()
    {
        _program.AddPackage("Alpha", "<license type=\"expression\">(MIT OR Apache-2.0)</license>");

        var notices = await WriteAsync();

        Assert.EndsWith("END OF TERMS AND CONDITIONS\n", notices, StringComparison.Ordinal);
        Assert.Contains("\nText of MIT\n", notices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_license_of_a_package_that_only_links_to_it_is_kept_here()
    {
        _program.AddPackage("Alpha", Link);
        _sandbox.Write("workspace/.github/licenses/packages/Alpha.txt", "Linked text");

        var notices = await WriteAsync();

        Assert.Contains("License at: https://example.com/license", notices, StringComparison.Ordinal);
        Assert.EndsWith("\nLinked text\n", notices, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "no license in the package, which links to no page.")]
    [InlineData(Link, "no license in the package, which links to https://example.com/license.")]
    [InlineData("<license type=\"expression\">MIT AND Other-1.0</license>", "no text of the license Other-1.0.")]
    [InlineData("<license type=\"file\">Missing.txt</license>", "[Errno 2]")]
    public async Task A_package_without_a_known_license_is_refused_by_name(string license, string reason)
    {
        _program.AddPackage("Alpha", license);
        _program.AddPackage("Beta", "");

        var result = await RunAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"Alpha 1.2.0: {reason}", result.Output, StringComparison.Ordinal);
        Assert.Contains("\nBeta 1.2.0: no license", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_sandbox.At("workspace", "program", "THIRD-PARTY-NOTICES.txt")));
    }

    [Fact]
    public async Task A_package_whose_files_are_not_in_the_archive_is_not_listed()
    {
        _program.AddPackage("Alpha", "");
        File.Delete(_sandbox.At("workspace", "program", "Alpha.dll"));

        Assert.DoesNotContain("Alpha", await WriteAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_that_is_from_no_package_is_refused()
    {
        _sandbox.Write("workspace/program/runtimes/native.so", "");

        var result = await RunAsync();

        Assert.Equal((1, "native.so is from no package in Infra.deps.json.\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task The_build_must_be_for_the_platform_of_the_archive()
    {
        var result = await RunAsync("linux-arm64");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "no package of .NET for .NETCoreApp,Version=v10.0/linux-arm64",
            result.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Every_text_that_is_kept_here_has_the_name_of_a_license_or_a_package() =>
        Assert.Equal(
            ["BSD-3-Clause.txt", "MIT.txt", "packages/Glob.txt", "packages/OneOf.txt"],
            Directory
                .GetFiles(Path.Combine(Repository.Root, ".github/licenses"), "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Path.Combine(Repository.Root, ".github/licenses"), file))
                .Order(StringComparer.Ordinal)
        );

    private async Task<string> WriteAsync()
    {
        var result = await RunAsync();
        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        return await File.ReadAllTextAsync(_sandbox.At("workspace", "program", "THIRD-PARTY-NOTICES.txt"));
    }

    private Task<CommandResult> RunAsync(string platform = "linux-x64")
    {
        _program.Write(platform);
        return _sandbox.BashAsync(".github/scripts/write-notices program project.assets.json");
    }
}
