using CsCheck;

namespace Infra.Tests.Validation.Properties;

/// <summary>Settings of someone who is careless, mistaken, or out to break the program.</summary>
internal static class HostileStacks
{
    private const string Serving = "servings|";
    private const string Flags = Serving + "maxText|flags|";
    private const string Containers = Serving + "containers|";

    private static readonly object?[] Junk =
    [
        null,
        "",
        " ",
        "x",
        "true",
        "../../etc/passwd",
        "$(LWS_LEADER_ADDRESS)",
        "a\nb: c",
        "\u202Egnp.exe\0",
        new string('9', 400),
        0,
        -1,
        1,
        0.5,
        1e300,
        int.MaxValue,
        int.MinValue,
        long.MaxValue,
        true,
        new Tree.Secret(),
        Tree.Map.Empty,
        Tree.CreateList(),
        Tree.CreateList(1, "a", null),
        Tree.CreateMap(("a", Tree.CreateMap(("b", Tree.CreateList(new Tree.Secret()))))),
    ];

    private static readonly Tree.Map Crowd = Tree.CreateMap(
        ("name", "crowd"),
        ("topology", "16x16"),
        ("slices", 64),
        ("replicas", 1_000_000),
        ("checkpoint", "gs://my-models/checkpoint"),
        ("scratch", "gs://my-scratch/tmp")
    );

    /// <summary>What breaks one rule each, or is an odd use of a setting.</summary>
    private static readonly (string Path, object?[] Values)[] Slips =
    [
        ("environment", ["prod", "test"]),
        ("project", ["example-project", "Upper", "example.com:project", "google.com:my-google"]),
        ("region", ["us-central1", "nowhere"]),
        ("zone", ["us-central1-b", "us-east5-a", "us-east5-c"]),
        (
            "cluster|existing",
            [Tree.Map.Empty, Tree.CreateMap(("context", "a"), ("name", "b")), Tree.CreateMap(("name", "a"))]
        ),
        (
            "cluster|managed",
            [Tree.Map.Empty, Tree.CreateMap(("labels", Tree.CreateMap(("environment", "x"), ("Upper", "y"))))]
        ),
        ("cluster|managed|minVersion", ["1.30", "1.31.2-gke.1115000", "1.33"]),
        ("cluster|managed|authorizedNetworks", [Tree.CreateList("0.0.0.0/0"), Tree.CreateList("10.0.0.0/8")]),
        (
            "cluster|managed|systemPool",
            [
                Tree.CreateMap(("zones", Tree.CreateList("us-east5-b"))),
                Tree.CreateMap(("zones", Tree.CreateList("us-east5-a", "us-east5-a"))),
                Tree.CreateMap(("minNodes", 50)),
            ]
        ),
        ("cluster|managed|systemPool|maxNodes", [2, 3]),
        (
            "cluster|managed|maintenance|windowEnd",
            ["2025-01-04T02:00:00Z", "2024-01-04T06:00:00Z", "2025-02-30T00:00:00Z"]
        ),
        (
            "cluster|managed|maintenance|recurrence",
            ["FREQ=DAYLY", "FREQ=MONTHLY", "FREQ=DAILY;INTERVAL=2", "FREQ=MONTHLY;BYDAY=-1SA,SU;BYMONTHDAY=31"]
        ),
        (
            "cluster|managed|maintenance",
            [
                Tree.CreateMap(("exclusion", "none"), ("exclusionStart", "2025-01-01T00:00:00Z")),
                Tree.CreateMap(("exclusion", "minor")),
            ]
        ),
        ("network|podRange", ["10.4.0.0/22", "10.4.0.0/16", "169.254.0.0/16"]),
        ("network|serviceRange", ["10.0.32.0/28", "10.16.0.0/15"]),
        ("network|nodeRange", ["10.4.0.0/20", "10.0.0.0/20"]),
        ("network|controlPlaneRange", ["172.16.0.0/27", "172.16.0.0/28", "172.17.0.0/28"]),
        (
            "network",
            [
                Tree.CreateMap(
                    (
                        "existing",
                        Tree.CreateMap(
                            ("network", "mine"),
                            ("subnetwork", "projects/host-1/regions/us-east1/subnetworks/mine"),
                            ("podRange", "pods"),
                            ("serviceRange", "services")
                        )
                    ),
                    ("nodeRange", "10.0.0.0/20")
                ),
            ]
        ),
        ("storage|checkpointBuckets", [Tree.CreateList("my-models", "my-models"), Tree.CreateList("my-models")]),
        ("storage|scratchBucket", ["cloud-pathways-staging", "my-scratch"]),
        ("storage|scratchRole", ["projects/my-project/roles/scratch", "roles/storage.admin"]),
        ("leaderWorkerSet|version", ["v0.4.0", "v0.5.1", "v1"]),
        ("leaderWorkerSet|install", [false]),
        ("hibernate", [true]),
        (
            "servings",
            [
                Tree.CreateList(),
                Tree.CreateList(Crowd),
                Tree.CreateList(Crowd.With("name", Tree.From(new string('n', 50)))),
            ]
        ),
        (
            Serving + "name",
            ["second", "second-0", "kubernetes", "2cube", new string('n', 51), new string('n', 50), "n"]
        ),
        (Serving + "preset", ["llama2-70b-disaggregated", "llama3.1-405b-batch"]),
        (Serving + "topology", ["1x1", "2x4", "4x4", "16x16", "3x3"]),
        (Serving + "machineType", ["ct6e-standard-1t", "ct6e-standard-4t", "ct6e-standard-8t", "n2-standard-4", null]),
        (Serving + "slices", [0, 1, 2, 3, 64, 65]),
        (Serving + "replicas", [0, 9, 200, 501, 1_000_000, 1_000_001]),
        (Serving + "namespace", ["models", "Models", "kube-system", "lws-system", "default"]),
        (
            Serving + "checkpoint",
            ["gs://my-models/int8", "gs://my-models/bf16", "gs://my-models/[a]", "gs://example-checkpoints/x", "/mnt"]
        ),
        (Serving + "scratch", ["gs://cloud-pathways-staging/tmp", "gs://my-scratch/tmp", "gs://my-models/tmp", null]),
        (Serving + "capacity|kind", ["on-demand", "spot", "reservation", "flex-start", "queued"]),
        (
            Serving + "capacity|reservation",
            ["mine", "Mine", "projects/host/reservations/v6e", "projects/host-1/reservations/v6e/reservationBlocks/b"]
        ),
        (Serving + "capacity|maxRunDuration", ["8d", "1h"]),
        (Serving + "service|name", ["first", "second-http", "mine"]),
        (Serving + "service|port", [0, 80, 70_000]),
        (Serving + "service|access", ["internal", "public"]),
        (Serving + "service|sourceRanges", [Tree.CreateList("10.0.0.0/8"), Tree.CreateList("0.0.0.0/0")]),
        (Serving + "nodeSelector|cloud.google.com/gke-tpu-topology", ["4x4", null]),
        (Serving + "nodeSelector|a b", ["x"]),
        (Serving + "images|pathwaysTag", ["latest", "a b", "jax-0.6.1", "20250401-jax_0.5.3"]),
        (Serving + "images|jetStream", ["example.com/jetstream:v9", "example.com/jetstream", "A B"]),
        (Serving + "probes|startup|periodSeconds", [0, 5, 86_400]),
        (Serving + "waitUntilReady", [false]),
        (Serving + "smokeTest|enabled", [false]),
        (Serving + "smokeTest|prompt", [" ", "what does $(HOME) cost?", "two\nlines"]),
        (Serving + "smokeTest|image", ["example.com/python", "A B"]),
        (Serving + "disruptionBudget", [true]),
        (Serving + "batch", [Tree.CreateMap(("input", "gs://questions/a"), ("output", "gs://answers/a"))]),
        (Serving + "batch|input", ["gs://questions", "gs://answers/first/prompts", "gs://questions/$(HOME)"]),
        (Serving + "batch|output", ["gs://questions", "gs://questions/first.jsonl", "gs://my-models/checkpoint/a"]),
        (Serving + "batch|concurrency", [0, 1, 10_000]),
        (Serving + "batch|serviceAccount", ["mine", "Mine", null]),
        (Serving + "architecture|layers", [1, 100_000_000]),
        (
            Serving + "architecture",
            [
                Tree.CreateMap(
                    ("embeddingWidth", 4096),
                    ("queryHeads", 32),
                    ("keyValueHeads", 8),
                    ("headWidth", 128),
                    ("layers", 32),
                    ("mlpWidth", 14336),
                    ("vocabulary", 128256)
                ),
            ]
        ),
        (Serving + "monitoring|prometheusPort", [0, 8000, 9091, 70_000]),
        (Serving + "monitoring|podMonitoring", [true, false]),
        (Serving + "monitoring|dashboard", [true, false]),
        (Serving + "monitoring|alerts", [true, false]),
        (
            Serving + "monitoring|notificationChannels",
            [
                Tree.CreateList("projects/my-project/notificationChannels/1"),
                Tree.CreateList(
                    "projects/my-project/notificationChannels/1",
                    "projects/my-project/notificationChannels/1"
                ),
                Tree.CreateList("me@example.com"),
            ]
        ),
        (Containers + "worker|resources|limits|google.com/tpu", ["8"]),
        (Containers + "pathwaysProxy|resources|limits|memory", ["1Gi", "1Ti", "many"]),
        (Containers + "jaxTpu|resources|requests|cpu", ["10", "170"]),
        (Containers + "worker|capabilities", [Tree.CreateList("CAP_NET_ADMIN"), Tree.CreateList("NET_ADMIN")]),
        (
            Containers + "jaxTpu|env",
            [
                Tree.CreateList(Tree.CreateMap(("name", "M_STEPS"), ("value", "1"))),
                Tree.CreateList(Tree.CreateMap(("name", "JAX_PLATFORMS"), ("value", "tpu"))),
            ]
        ),
        (Containers + "pathwaysRm|env", [Tree.CreateList(Tree.CreateMap(("name", "HOST_ADDRESS"), ("value", "1")))]),
        (
            Containers + "worker|env",
            [
                Tree.CreateList(Tree.CreateMap(("name", "A"))),
                Tree.CreateList(Tree.CreateMap(("name", "A"), ("secret", "none"))),
                Tree.CreateList(
                    Tree.CreateMap(("name", "A"), ("value", "1")),
                    Tree.CreateMap(("name", "A"), ("value", "2"))
                ),
            ]
        ),
        (Containers + "jaxTpu|flags", [Tree.Flags(("steps", 1))]),
        (Containers + "pathwaysRm|flags", [Tree.Flags(("instance_count", 3)), Tree.Flags(("xla_a", 1))]),
        (Serving + "maxText|config", ["base.yml", "MaxText/configs/v5e/inference/llama3_405b_v5e-64.yml"]),
        (Flags + "per_device_batchsize", [6]),
        (Flags + "enable_prefix_caching", [true]),
        (Flags + "vocab_size", [32_000, "many"]),
        (Flags + "tokenizer_path", ["assets/tokenizer.llama2", "assets/tokenizer.lama2", "gs://mine/tokenizer", null]),
        (Flags + "tokenizer_type", ["sentencepiece", "tiktoken", "huggingface", "mine", null]),
        (Flags + "attention", ["dot_product", "flash"]),
        (Flags + "attention_type", ["mla", "global"]),
        (Flags + "dcn_data_parallelism", [2, -1]),
        (Flags + "prompt", ["I love to", "jit_*", "hello"]),
        (Flags + "train_data_columns", ["[a,b]", "[a, b]", "a"]),
        (Flags + "load_parameters_path", ["gs://other/model"]),
        (Flags + "load_full_state_path", ["gs://other/model"]),
        (Flags + "model_name", ["default", "qwen3-8b", "mine", "llama3.1-405b"]),
        (Flags + "ici_data_parallelism", [2, 4, -1, 0]),
        (Flags + "ici_tensor_parallelism", [-1, 2, 3, 8, 16, 4096]),
        (Flags + "ici_fsdp_parallelism", [-1, 1, 4]),
        (Flags + "per_device_batch_size", [0, 0.001, 1, 60, 1e9, "many"]),
        (Flags + "max_target_length", [0, 63, 8192, 2_000_000_000]),
        (Flags + "max_prefill_predict_length", [0, 4096, 1]),
        (Flags + "quantization", ["", "int8", "int3", "intmp"]),
        (Flags + "checkpoint_is_quantized", [true, false, "maybe"]),
        (Flags + "kv_quant_axis", ["", "dkv", "all"]),
        (Flags + "compute_axis_order", ["0,2,1,3", "3,2,1,0"]),
        (Flags + "ar_cache_axis_order", ["0,2,1,3", "0,0,1,2"]),
        (Flags + "inference_server", ["MaxtextInterleavedServer", "ExperimentalMaxtextDisaggregatedServer_8", "Mine"]),
        (Flags + "inference_benchmark_test", [false]),
    ];

    /// <summary>A sensible stack with one to five slips, or with junk somewhere.</summary>
    public static Gen<Tree.Map> All { get; } =
        from stack in SensibleStacks.All
        from edits in Gen.Frequency((3, Slip), (1, Misuse)).List[1, 5]
        select (Tree.Map)edits.Aggregate((Tree)stack, (tree, edit) => tree.Put(edit.Path, edit.Value));

    private static Gen<(string Path, Tree? Value)> Slip =>
        Gen.OneOf(
            Slips.SelectMany(slip => slip.Values.Select(value => (slip.Path, (Tree?)Tree.From(value)))).ToArray()
        );

    private static Gen<(string Path, Tree? Value)> Misuse =>
        Gen.Select(
            Gen.OneOf([
                .. Slips.Select(slip => slip.Path),
                "servings",
                "cluster",
                "unknown",
                Serving + "unknown",
                "a b|c",
            ]),
            Gen.Frequency((5, Gen.OneOf(Junk).Select(value => (Tree?)Tree.From(value))), (1, Gen.Const((Tree?)null)))
        );
}
