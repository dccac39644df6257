using System.Text;
using Xunit.Abstractions;

namespace BatchClient.Tests;

/// <summary>The client's memory, whatever the size of the input and of its lines.</summary>
public sealed class MemoryTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Memory_does_not_grow_with_the_input() =>
        Assert.InRange(
            await MeasurePeakAsync(
                $$"""{"prompt": "p", "note": "{{new string('x', 100_000)}}"}""",
                lines: 3000,
                concurrency: 16
            ),
            1,
            200
        );

    [Theory]
    [InlineData("x")]
    [InlineData("a\\n")]
    public async Task Memory_does_not_grow_with_the_number_of_the_longest_lines_that_may_be_sent_at_once(string text)
    {
        var count = ((1 << 20) - 20) / Encoding.UTF8.GetByteCount(text);
        var prompt = string.Concat(Enumerable.Repeat(text, count));

        Assert.InRange(await MeasurePeakAsync($$"""{"prompt": "{{prompt}}"}""", lines: 128, concurrency: 128), 1, 600);
    }

    /// <summary>Runs the client on an input of equal lines. Returns the most memory that it has had at once, in MiB.</summary>
    private async Task<long> MeasurePeakAsync(string line, int lines, int concurrency)
    {
        var input = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line + "\n", lines)));
        await using var run = await BatchRun.PrepareAsync(input);
        var peak = 0L;
        run.Server.OnRequest = async n =>
        {
            await Task.Delay(concurrency);
            if (n == lines)
            {
                peak = run.Client.PeakMemory();
            }
        };

        await run.FinishAsync($"--concurrency {concurrency}", "--request-timeout 100");

        output.WriteLine($"{input.Length >> 20} MiB of input, at most {peak} MiB of memory");
        return peak;
    }
}
