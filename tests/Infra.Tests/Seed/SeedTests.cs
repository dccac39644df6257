using Infra.Model.Servings;
using Infra.Tests.Commands;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Seed;

/// <summary>The manifests of Google's guide, with their placeholders filled in, are what the seed's stack files render to.</summary>
public sealed class SeedTests
{
    [Theory]
    [InlineData("llama3-405b", "llama3.1-405b-batch.yaml")]
    [InlineData("llama2-70b", "llama2-70b-disaggregated.yaml")]
    public async Task The_seed_is_met_object_for_object_and_argument_for_argument(string stack, string manifest)
    {
        var result = await Cli.RunAsync(
            ["render", "--stack", stack, "--cwd", "tests/Infra.Tests/Seed/Stacks"],
            Repository.Root
        );

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Objects(Golden.Read($"Seed/{manifest}")), Objects(result.Output));
        Golden.Matches(result.Output, $"Seed/Golden/{manifest}");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_finished_sample_differs_from_the_guide_in_settings_alone(
        string stack,
        string manifest,
        (string Guide, string Sample)[] differences
    )
    {
        var expected = Golden.Read($"Seed/{manifest}");
        foreach (var (guide, sample) in differences)
        {
            Assert.Contains(guide, expected, StringComparison.Ordinal);
            expected = expected.Replace(guide, sample, StringComparison.Ordinal);
        }

        var result = await Cli.RunAsync(
            ["render", "--stack", stack, "--cwd", "tests/Infra.Tests/Seed/Stacks"],
            Repository.Root
        );

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Objects(expected), Objects(result.Output));
    }

    /// <summary>The stacks of Google's samples, with the texts in which they differ from the guide.</summary>
    public static TheoryData<string, string, (string Guide, string Sample)[]> Samples =>
        new()
        {
            {
                "sample-llama3-405b",
                "llama3.1-405b-batch.yaml",
                [
                    .. InBoth,
                    ("gs://seed-checkpoints", "gs://sample-checkpoints"),
                    ("per_device_batch_size=10", "per_device_batch_size=6"),
                    ("initialDelaySeconds: 900", "initialDelaySeconds: 600"),
                    (DebuggingFlag, ""),
                    (JetStreamImage, $"{JetStreamImage}          env: [ {{ name: LOG_LEVEL, value: \"INFO\" }} ]\n"),
                ]
            },
            {
                "sample-llama2-70b",
                "llama2-70b-disaggregated.yaml",
                [
                    .. InBoth,
                    ("gs://seed-checkpoints", "gs://sample-checkpoints"),
                    ("per_device_batch_size=1\n", "per_device_batch_size=27\n"),
                    (ProxyPort, ProxyPort + string.Concat(XlaFlags.Select(flag => $"          - --{flag}\n"))),
                ]
            },
        };

    private const string JetStreamImage =
        "          image: us-docker.pkg.dev/cloud-tpu-images/inference/jetstream-pathways:v0.2.0\n";
    private const string DebuggingFlag =
        "          - --temporary_flags_for_debugging=temporary_flag_for_debugging_worker_expected_tpu_chip_config=megachip_tccontrol\n";
    private const string ProxyPort =
        "          - --server_port=38681\n          - --gcs_scratch_location=gs://sample-scratch/tmp\n";

    private static readonly (string Guide, string Sample)[] InBoth =
    [
        ("pathways/proxy_server:latest", "pathways/proxy_server:jax-0.5.3"),
        ("pathways/server:latest", "pathways/server:jax-0.5.3"),
        ("gs://cloud-pathways-staging/tmp", "gs://sample-scratch/tmp"),
    ];

    private static IEnumerable<string> XlaFlags =>
        XlaFlagSet.All.Single(set => set.Name == "llama2-70b-disaggregated").Flags.Texts;

    /// <summary>Each object as a string in which maps are sorted and lists are not.</summary>
    private static List<string> Objects(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return [.. stream.Documents.Select(document => Canonical(document.RootNode)).Order(StringComparer.Ordinal)];
    }

    private static string Canonical(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => $"{{{string.Join(',', map.Children.Select(Entry).Order(StringComparer.Ordinal))}}}",
            YamlSequenceNode list => $"[{string.Join(',', list.Children.Select(Canonical))}]",
            YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } scalar when IsNotText(scalar) => scalar.Value!,
            YamlScalarNode scalar => $"\"{scalar.Value}\"",
            _ => throw new InvalidOperationException($"{node.NodeType} is not expected in a manifest."),
        };

    private static bool IsNotText(YamlScalarNode scalar) =>
        scalar.Value is "true" or "false" || int.TryParse(scalar.Value, out _);

    private static string Entry(KeyValuePair<YamlNode, YamlNode> entry) =>
        $"{Canonical(entry.Key)}:{Canonical(entry.Value)}";
}
