using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace BatchClient.Tests;

/// <summary>What Cloud Storage refuses, and what it only refuses for now.</summary>
public sealed class StorageFaultTests
{
    [Theory]
    [InlineData(nameof(StorageFault.Unavailable))]
    [InlineData(nameof(StorageFault.TooMany))]
    [InlineData(nameof(StorageFault.Reset))]
    [InlineData(nameof(StorageFault.Truncated))]
    [InlineData(nameof(StorageFault.AnswerLost))]
    public async Task Every_failed_storage_request_is_retried(string fault)
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(20));
        var met = new HashSet<(string, string)>();
        var lists = 0;
        run.Storage.Plan = call =>
            (call.Action == "list" ? ++lists % 2 == 1 : met.Add((call.Action, call.Name)))
                ? Enum.Parse<StorageFault>(fault)
                : StorageFault.None;

        await run.FinishAsync("--part-results 1");

        Assert.Equal(Enumerable.Range(1, 20), run.Results.Select(r => (int)r["line"]!));
    }

    [Fact]
    public async Task A_range_of_the_input_that_is_too_short_is_read_again()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(20));
        var reads = 0;
        run.Storage.Plan = call =>
            call is { Action: "read", Name: "prompts.jsonl" } && ++reads == 1 ? StorageFault.Short : StorageFault.None;

        var (exitCode, log, _) = await run.RunAsync();

        Assert.Equal(0, exitCode);
        Assert.Matches("prompts.jsonl: received [0-9]+ bytes instead of [0-9]+; retrying", log);
        Assert.Equal(20, run.Results.Count);
    }

    [Theory]
    [InlineData("find", "gs://questions/prompts.jsonl", "storage.objects.get")]
    [InlineData("list", "gs://answers/run/", "storage.objects.list")]
    [InlineData("create", "gs://answers/run/input.json", "storage.objects.create")]
    public async Task A_missing_permission_is_reported_with_its_resource(string action, string place, string permission)
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(1));
        run.Storage.Plan = call => call.Action == action ? StorageFault.Denied : StorageFault.None;

        var (exitCode, log, _) = await run.RunAsync();

        Assert.Equal(3, exitCode);
        Assert.Contains($"{place}: Cloud Storage returned HTTP 403", log, StringComparison.Ordinal);
        Assert.Contains($"grant {permission} to this client's service account", log, StringComparison.Ordinal);
        Assert.Contains("batch@example.iam.gserviceaccount.com does not have access", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_input_is_reported_by_name()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(1));
        run.RemoveInput();

        var (exitCode, log, _) = await run.RunAsync();

        Assert.Equal(3, exitCode);
        Assert.Contains(
            "gs://questions/prompts.jsonl: Cloud Storage returned HTTP 404: create it",
            log,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Unavailable_storage_ends_the_run_after_the_patience()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(1));
        run.Storage.Plan = _ => StorageFault.Unavailable;

        var (exitCode, log, _) = await run.RunAsync("--patience 0.3");

        Assert.Equal(5, exitCode);
        Assert.Contains("gs://questions/prompts.jsonl: HTTP 503; giving up after", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_used_until_shortly_before_it_expires()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(20));
        run.Storage.TokenLife = TimeSpan.FromHours(1);
        run.Environment["GCE_METADATA_HOST"] = run.Storage.Address;

        await run.FinishAsync("--part-results 1");

        Assert.Equal(1, run.Storage.Tokens);
    }

    [Fact]
    public async Task A_token_that_is_about_to_expire_is_replaced()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(4));
        run.Storage.TokenLife = TimeSpan.FromSeconds(59);
        run.Environment["GCE_METADATA_HOST"] = run.Storage.Address;

        await run.FinishAsync("--concurrency 1", "--part-results 1");

        Assert.Equal(run.Storage.Calls.Count, run.Storage.Tokens);
    }

    [Fact]
    public async Task A_rejected_token_is_replaced()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(20));
        run.Storage.TokenLife = TimeSpan.FromHours(1);
        run.Storage.CallsPerToken = 5;
        run.Environment["GCE_METADATA_HOST"] = run.Storage.Address;

        var log = await run.FinishAsync("--part-results 1");

        Assert.True(run.Storage.Tokens >= 4);
        Assert.DoesNotContain("token-", log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12, 3, 0)]
    [InlineData(12, 4, 3)]
    [InlineData(0, 4, 3)]
    public async Task Rejected_tokens_are_counted_separately(int failures, int refusals, int exitCode)
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(1));
        run.Storage.Plan = call =>
            call.Action != "find" || call.Number > failures + refusals ? StorageFault.None
            : call.Number <= failures ? StorageFault.Unavailable
            : StorageFault.Unauthorized;

        var (actual, log, _) = await run.RunAsync();

        Assert.True(exitCode == actual, log);
        Assert.Equal(exitCode == 3, log.Contains("HTTP 401: grant storage.objects.get", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("127.0.0.1:9", "Connection refused (127.0.0.1:9)")]
    [InlineData("metadata.invalid", "(metadata.invalid:80)")]
    public async Task An_unreachable_metadata_server_is_named(string address, string problem)
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(1));
        run.Environment["GCE_METADATA_HOST"] = address;

        var (exitCode, log, _) = await run.RunAsync("--patience 0.3");

        Assert.Equal(5, exitCode);
        Assert.Matches($"no token from the metadata server {address}: .*{Regex.Escape(problem)}; giving up after", log);
    }

    [Fact]
    public async Task An_unexpected_metadata_response_is_reported()
    {
        await using var run = await BatchRun.PrepareAsync(BatchRun.Lines(1));
        await using var other = new LocalServer(context => context.Response.WriteAsync("<html>"));
        await other.StartAsync();
        run.Environment["GCE_METADATA_HOST"] = other.Address;

        var (exitCode, log, _) = await run.RunAsync("--patience 0.3");

        Assert.Equal(5, exitCode);
        Assert.Contains($"no token from the metadata server {other.Address}: ", log, StringComparison.Ordinal);
    }
}
