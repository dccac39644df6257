using Infra.Model.Servings;
using Infra.Tests.Commands;

namespace Infra.Tests.Seed;

/// <summary>Google's finished samples are the manifests of its guide with other values, each of which a setting holds.</summary>
public sealed class FinishedSampleTests
{
    private static readonly string Stacks = Path.Combine(Repository.Root, "tests", "Infra.Tests", "Seed", "Stacks");

    private const string JetStreamImage =
        "          image: us-docker.pkg.dev/cloud-tpu-images/inference/jetstream-pathways:v0.2.0\n";
    private const string DebuggingFlag =
        "          - --temporary_flags_for_debugging=temporary_flag_for_debugging_worker_expected_tpu_chip_config=megachip_tccontrol\n";
    private const string ProxyPort =
        "          - --server_port=38681\n          - --gcs_scratch_location=gs://sample-scratch/tmp\n";

    private static readonly (string Guide, string Sample)[] InBoth =
    [
        ("gs://seed-checkpoints", "gs://sample-checkpoints"),
        ("pathways/proxy_server:latest", "pathways/proxy_server:jax-0.5.3"),
        ("pathways/server:latest", "pathways/server:jax-0.5.3"),
        ("gs://cloud-pathways-staging/tmp", "gs://sample-scratch/tmp"),
    ];

    private static IEnumerable<string> XlaFlags =>
        XlaFlagSet.All.Single(set => set.Name == "llama2-70b-disaggregated").Flags.Texts;

    [Fact]
    public Task Llama_3_1_405B_differs_from_the_guide_only_in_the_expected_settings() =>
        AssertDifferencesAsync(
            "sample-llama3-405b",
            "llama3.1-405b-batch.yaml",
            ("per_device_batch_size=10", "per_device_batch_size=6"),
            ("initialDelaySeconds: 900", "initialDelaySeconds: 600"),
            (DebuggingFlag, ""),
            (JetStreamImage, $"{JetStreamImage}          env: [ {{ name: LOG_LEVEL, value: \"INFO\" }} ]\n")
        );

    [Fact]
    public Task Llama_2_70B_differs_from_the_guide_only_in_the_expected_settings() =>
        AssertDifferencesAsync(
            "sample-llama2-70b",
            "llama2-70b-disaggregated.yaml",
            ("per_device_batch_size=1\n", "per_device_batch_size=27\n"),
            (ProxyPort, ProxyPort + string.Concat(XlaFlags.Select(flag => $"          - --{flag}\n")))
        );

    /// <summary>Asserts that a stack renders a manifest of the guide in which some texts are replaced.</summary>
    private static async Task AssertDifferencesAsync(
        string stack,
        string manifest,
        params (string Guide, string Sample)[] differences
    )
    {
        var expected = Golden.Read($"Seed/{manifest}");
        foreach (var (guide, sample) in InBoth.Concat(differences))
        {
            Assert.Contains(guide, expected, StringComparison.Ordinal);
            expected = expected.Replace(guide, sample, StringComparison.Ordinal);
        }

        var result = await InProcessCli.RunAsync(Stacks, "render", "--stack", stack);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(ManifestObjects.Read(expected), ManifestObjects.Read(result.Output));
    }
}
