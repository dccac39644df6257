using OfflinePreview.Graph;

namespace Infra.Tests.Resources.Servings;

public sealed class JetStreamPathwaysTests
{
    private const string Buckets = "checkpoint: gs://checkpoints/model, scratch: gs://scratch/tmp";
    private const string Template = "spec|leaderWorkerTemplate";
    private const string Leader = $"{Template}|leaderTemplate|spec";
    private const string Worker = $"{Template}|workerTemplate|spec";
    private const string Proxy = $"{Leader}|containers|0";
    private const string Manager = $"{Leader}|containers|1";
    private const string Server = $"{Leader}|containers|2";

    [Fact]
    public async Task A_changed_topology_changes_all_derived_settings()
    {
        var set = await RecordAsync(
            $"name: a, preset: llama3.1-405b-batch, topology: 4x8, {Buckets}, maxText: {{ flags: [ ici_autoregressive_parallelism: 4 ] }}"
        );

        Assert.Equal("9", set.TextAt($"{Template}|size"));
        Assert.Equal("4x8", set.TextAt($"{Leader}|nodeSelector|cloud.google.com/gke-tpu-topology"));
        Assert.Equal("4x8", set.TextAt($"{Worker}|nodeSelector|cloud.google.com/gke-tpu-topology"));
        Assert.Contains("--instance_type=tpuv6e:4x8", set.TextsAt($"{Manager}|args"));
        Assert.Contains("--instance_count=1", set.TextsAt($"{Manager}|args"));
        Assert.Equal("4", set.TextAt($"{Worker}|containers|0|resources|limits|google.com/tpu"));
    }

    [Fact]
    public async Task Several_slices_are_subgroups_with_separate_node_pools()
    {
        var set = await RecordAsync(
            $"name: a, topology: 4x4, slices: 3, replicas: 2, {Buckets}, images: {{ jetStream: example.com/jetstream:v9 }}, "
                + "maxText: { flags: [ inference_server: ServerOfThree ] }"
        );

        Assert.Equal("13", set.TextAt($"{Template}|size"));
        Assert.Equal("4", set.TextAt($"{Template}|subGroupPolicy|subGroupSize"));
        Assert.Null(set.TextAt($"{Template}|subGroupPolicy|subGroupPolicyType"));
        Assert.Equal("2", set.TextAt("spec|replicas"));
        Assert.Contains("--instance_count=3", set.TextsAt($"{Manager}|args"));
        Assert.Equal(
            ["leaderworkerset.sigs.k8s.io/subgroup-exclusive-topology", "pulumi.com/waitFor"],
            ((PlanMap)set.Inputs.At("metadata|annotations")!).Entries.Select(entry => entry.Key)
        );
    }

    [Fact]
    public async Task Slices_of_one_host_exclude_the_leader_from_their_subgroups()
    {
        var set = await RecordAsync(
            $"name: a, topology: 2x4, machineType: ct6e-standard-8t, slices: 2, {Buckets}, "
                + "maxText: { flags: [ inference_server: ExperimentalMaxtextDisaggregatedServer_8 ] }"
        );

        Assert.Equal("1", set.TextAt($"{Template}|subGroupPolicy|subGroupSize"));
        Assert.Equal("LeaderExcluded", set.TextAt($"{Template}|subGroupPolicy|subGroupPolicyType"));
        Assert.Equal("3", set.TextAt($"{Template}|size"));
        Assert.Equal("8", set.TextAt($"{Worker}|containers|0|resources|limits|google.com/tpu"));
        Assert.Contains("--instance_type=tpuv6e1t:2x4", set.TextsAt($"{Manager}|args"));
    }

    [Fact]
    public async Task A_model_without_a_preset_can_be_served_by_settings_alone()
    {
        var set = await RecordAsync(
            $$"""
            name: gemma2-27b, topology: 2x2, {{Buckets}},
                maxText: { flags: [ model_name: gemma2-27b, ici_tensor_parallelism: 4, weight_dtype: bfloat16, per_device_batch_size: 4 ] },
                images: { jetStream: example.com/jetstream:v9, pathwaysTag: jax-0.6.1 },
                probes: { startup: { periodSeconds: 5, failureThreshold: 60 } }
            """
        );

        Assert.Equal(
            [
                "MaxText/configs/base.yml",
                "model_name=gemma2-27b",
                "ici_tensor_parallelism=4",
                "weight_dtype=bfloat16",
                "per_device_batch_size=4",
                "load_parameters_path=gs://checkpoints/model",
                "prometheus_port=9090",
            ],
            set.TextsAt($"{Server}|args")
        );
        Assert.Equal("example.com/jetstream:v9", set.TextAt($"{Server}|image"));
        Assert.EndsWith("/proxy_server:jax-0.6.1", set.TextAt($"{Proxy}|image"), StringComparison.Ordinal);
        Assert.Equal("60", set.TextAt($"{Server}|startupProbe|failureThreshold"));
        Assert.Equal("2", set.TextAt($"{Template}|size"));
    }

    [Fact]
    public async Task A_changed_flag_keeps_its_position_a_null_one_is_removed_and_a_new_one_is_appended()
    {
        var args = (
            await RecordAsync(
                $"name: a, preset: llama3.1-405b-batch, {Buckets}, "
                    + "maxText: { flags: [ log_period: 7, steps: null, model_name: other, per_device_batch_size: 5 ] }"
            )
        ).TextsAt($"{Server}|args");

        Assert.Equal("model_name=other", args[1]);
        Assert.DoesNotContain("steps=1", args);
        Assert.Equal("per_device_batch_size=5", args[^8]);
        Assert.Equal("log_period=7", args[^2]);
        Assert.Equal(19, args.Count);
    }

    [Fact]
    public async Task The_predefined_XLA_flags_precede_the_flags_of_the_proxy()
    {
        var args = (
            await RecordAsync(
                $"name: a, preset: llama2-70b-disaggregated, {Buckets}, xlaFlags: llama2-70b-disaggregated, "
                    + "containers: { pathwaysProxy: { flags: [ num_elastic_slices: 2 ] } }"
            )
        ).TextsAt($"{Proxy}|args");

        Assert.Equal(43, args.Count(arg => arg!.StartsWith("--xla_", StringComparison.Ordinal)));
        Assert.Equal("--xla_jf_auto_cross_replica_sharding=false", args[3]);
        Assert.Equal("--num_elastic_slices=2", args[^1]);
    }

    [Fact]
    public async Task An_encrypted_setting_reaches_a_container_through_a_secret()
    {
        var graph = await StackText.RecordAsync(
            $$"""
            cluster: { existing: {} }
            hfToken: { secure: "v1:abc:def" }
            servings:
              - { name: a, topology: 2x2, {{Buckets}}, namespace: models,
                  containers: { jaxTpu: { env: [ { name: HF_TOKEN, secret: hfToken } ] } } }
            """
        );

        var secret = graph.Single("Secret");
        var variable = $"{Server}|env|0|valueFrom|secretKeyRef";
        Assert.Equal("[secret]", secret.TextAt("stringData|hfToken"));
        Assert.Equal("models", secret.TextAt("metadata|namespace"));
        Assert.Equal(secret.TextAt("metadata|name"), graph.Single("LeaderWorkerSet").TextAt($"{variable}|name"));
        Assert.Equal("hfToken", graph.Single("LeaderWorkerSet").TextAt($"{variable}|key"));
        Assert.Contains(secret.Urn, graph.Single("LeaderWorkerSet").DependsOn);
    }

    [Fact]
    public async Task The_service_finds_leaders_and_leaders_only()
    {
        var graph = await StackText.RecordAsync(
            $"cluster: {{ existing: {{}} }}\nservings:\n  - {{ name: a, topology: 2x2, {Buckets} }}"
        );

        var selector = graph.Single("Service").Inputs.At("spec|selector");
        var set = graph.Single("LeaderWorkerSet").Inputs;
        Assert.Equal(selector, set.At($"{Template}|leaderTemplate|metadata|labels"));
        Assert.Null(set.At($"{Template}|workerTemplate|metadata"));
    }

    private static async Task<ResourceState> RecordAsync(string serving)
    {
        var graph = await StackText.RecordAsync($"cluster: {{ existing: {{}} }}\nservings:\n  - {{ {serving} }}");
        return graph.Single("LeaderWorkerSet");
    }
}
