namespace Workflows.Tests;

/// <summary>The gate runs all parts, and reports totals in its last line.</summary>
public sealed class GateTests : IDisposable
{
    private const string Passed = "echo 'Passed!  - Failed:     0, Passed:    12, Skipped:     1, Total:    13'";
    private const string Failed = "echo 'Failed!  - Failed:     2, Passed:    10, Skipped:     0, Total:    12'";

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Tests_are_counted_and_each_other_part_counts_as_one() =>
        await AssertLastLineAsync($"test) {Passed}; {Passed} ;;", "format lint slow", 0, "26 passed, 0 failed");

    [Theory]
    [InlineData("check-format) echo 'infra/A.cs: not formatted'; exit 1 ;;", "13 passed, 1 failed")]
    [InlineData("lint) echo 'Unknown word (wrod)'; exit 2 ;;", "13 passed, 1 failed")]
    [InlineData("test) " + Failed + "; exit 1 ;;", "12 passed, 2 failed")]
    [InlineData(
        "test) " + Failed + "; echo 'tests/A.Tests failed.'; echo 'tests/B.Tests failed.'; " + Passed + "; exit 1 ;;",
        "24 passed, 3 failed"
    )]
    [InlineData("test) " + Passed + "; echo 'The test host crashed.'; exit 1 ;;", "14 passed, 1 failed")]
    [InlineData("test) echo 'error NU1004: The lock file is out of date.'; exit 1 ;;", "2 passed, 1 failed")]
    public async Task A_part_that_fails_is_counted_and_the_others_run(string answer, string last) =>
        await AssertLastLineAsync(answer, "format slow lint", 1, last);

    [Fact]
    public async Task The_last_line_is_printed_after_an_unknown_part_too() =>
        await AssertLastLineAsync("", "formatting", 1, "0 passed, 1 failed");

    [Fact]
    public async Task A_lock_file_out_of_date_fails()
    {
        _sandbox.Replace("dotnet", "[ \"$CI\" = true ] && echo 'error NU1004' && exit 1");

        await AssertLastLineAsync("", "lock", 1, "0 passed, 1 failed");
    }

    [Fact]
    public async Task A_failing_command_stops_its_part()
    {
        // The preview fails, and the tests would pass.
        var output = await AssertLastLineAsync("preview) exit 1 ;;", "fast", 1, "0 passed, 1 failed");

        Assert.DoesNotContain("Passed!", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo offline", 0, "0 passed, 0 failed")]
    [InlineData("echo nuget", 0, "12 passed, 0 failed")]
    [InlineData("echo 'error NU1004: The lock file is out of date.' >&2; exit 1", 1, "0 passed, 1 failed")]
    public async Task The_official_packages_are_skipped_only_if_NuGet_does_not_serve_them(
        string choice,
        int exitCode,
        string last
    )
    {
        _sandbox.Set("PulumiSdk", "");
        _sandbox.WriteScript("workspace/.ci/pulumi-sdk", choice);

        await AssertLastLineAsync("", "nuget", exitCode, last);
    }

    // Answers make with the case of a shell script for its target; tests pass unless it says otherwise.
    private async Task<string> AssertLastLineAsync(string answer, string parts, int exitCode, string last)
    {
        _sandbox.Replace("make", $"case $1 in\n{answer}\ntest) {Passed} ;;\nesac");
        _sandbox.Write("workspace/.ci/run", Repository.Read(".ci/run"));

        var result = await _sandbox.BashAsync(
            "exec 2>&1; git init --quiet && git add . && git -c user.name=a -c user.email=a@b commit --quiet --message a && "
                + $"bash .ci/run {parts}"
        );

        Assert.Equal(exitCode, result.ExitCode);
        Assert.EndsWith($"\n{last}\n", result.Output, StringComparison.Ordinal);
        return result.Output;
    }
}
