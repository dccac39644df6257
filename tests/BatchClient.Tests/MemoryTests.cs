using System.Text;
using Xunit.Abstractions;

namespace BatchClient.Tests;

/// <summary>The client's memory, whatever the size of the input.</summary>
public sealed class MemoryTests(ITestOutputHelper output)
{
    private const int Limit = 200;

    [Fact]
    public async Task Memory_does_not_grow_with_the_input()
    {
        var line = Encoding.UTF8.GetBytes($$"""{"prompt": "p", "note": "{{new string('x', 100_000)}}"}""" + "\n");
        var input = new byte[line.Length * 3000];
        for (var i = 0; i < 3000; i++)
        {
            line.CopyTo(input, i * line.Length);
        }

        await using var run = await BatchRun.PrepareAsync(input);
        var peak = 0L;
        run.Server.OnQuestion = n =>
        {
            peak = n == 2900 ? run.Client.PeakMemory() : peak;
            return Task.CompletedTask;
        };

        await run.FinishAsync("--concurrency 16");

        output.WriteLine($"{input.Length >> 20} MiB of input, at most {peak} MiB of memory");
        Assert.True(input.Length >> 20 > Limit);
        Assert.InRange(peak, 1, Limit);
    }
}
