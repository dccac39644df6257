using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Pulumi;
using Pulumi.Testing;

namespace OfflinePreview.Tests.Recording;

public sealed class FidelityTests
{
    [Fact]
    public async Task The_recorder_records_what_the_SDK_would_send()
    {
        var sent = new Sent();
        await Deployment.TestAsync(
            sent,
            new TestOptions { IsPreview = false },
            () =>
            {
                Build();
                return new Dictionary<string, object?>(StringComparer.Ordinal);
            }
        );
        var graph = await Recorded.StackAsync(Build);

        Assert.Equal(sent.Inputs["it"], graph.Resource("it").Inputs.Show());
    }

    private static void Build() =>
        _ = new Thing(
            "it",
            new()
            {
                Text = "",
                Number = 1.5,
                Flag = false,
                Choice = "text",
                Inner = new ThingArgs { Items = { "a" }, Values = [] },
                Items = Pulumi.Output.Create(ImmutableArray.Create("b", "c")),
                Values = { ["z"] = "1", ["a"] = "2" },
                Any = new InputMap<object>
                {
                    ["list"] = new List<object> { 1, 2.5, true, "x" },
                    ["map"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["k"] = null, ["l"] = 3 },
                },
            }
        );

    private sealed class Sent : IMocks
    {
        public ConcurrentDictionary<string, string> Inputs { get; } = new(StringComparer.Ordinal);

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            Inputs[args.Name!] = Show(args.Inputs);
            return Task.FromResult<(string? id, object state)>(("id", args.Inputs));
        }

        public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException();

        private static string Show(object? value) =>
            value switch
            {
                string text => text,
                bool flag => flag ? "true" : "false",
                double number => number.ToString(CultureInfo.InvariantCulture),
                IDictionary map =>
                    $"{{{string.Join(", ", map.Keys.Cast<string>().Order(StringComparer.Ordinal).Select(key => $"{key}: {Show(map[key])}"))}}}",
                IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Show))}]",
                _ => throw new NotSupportedException($"{value}"),
            };
    }
}
