using CsCheck;
using Infra.Model.MaxText;
using Infra.Model.Memory;
using Infra.Model.Tpu;

namespace Infra.Tests.Validation.Properties;

/// <summary>Settings that an expert could have written; memory and chance may still refuse them.</summary>
internal static class SensibleStacks
{
    /// <summary>A stack of one or two servings.</summary>
    public static Gen<Tree.Map> All { get; } =
        from isManaged in Gen.Bool
        from environment in Gen.OneOf("dev", "prod")
        from first in Serving("first", isManaged)
        from second in Gen.Frequency((3, Gen.Const((Tree.Map?)null)), (1, Serving("second", isManaged)!))
        from version in Gen.OneOf("v0.4.2", "v0.6.1", "v0.9.0", "v0.10.0")
        select Stack(isManaged, environment, version, second is null ? [first] : [first, second]);

    private static Gen<(string Machine, string Topology, int Chips)> Slice { get; } =
        Gen.OneOf(TpuSlice.All.Select(slice => (slice.MachineType.Name, slice.Topology.Name, slice.Chips)).ToArray());

    private static Gen<Tree?> Capacity { get; } =
        Gen.OneOf<Tree?>(
            null,
            Tree.CreateMap(("kind", "on-demand")),
            Tree.CreateMap(("kind", "spot")),
            Tree.CreateMap(("kind", "reservation"), ("reservation", "mine-1")),
            Tree.CreateMap(("kind", "reservation"), ("reservation", "projects/host-1/reservations/v6e")),
            Tree.CreateMap(("kind", "flex-start"), ("maxRunDuration", "24h"))
        );

    private static Gen<Tree?> Containers { get; } =
        Gen.OneOf<Tree?>(
            null,
            Container("jaxTpu", "env", Tree.CreateList(Tree.CreateMap(("name", "HF_TOKEN"), ("secret", "token")))),
            Container("worker", "capabilities", Tree.CreateList("SYS_PTRACE")),
            Container(
                "pathwaysProxy",
                "resources",
                Tree.CreateMap(("limits", Tree.CreateMap(("cpu", 32), ("memory", "200Gi"))))
            ),
            Container("pathwaysRm", "flags", Tree.Flags(("num_elastic_slices", 2)))
        );

    private static Tree.Map Container(string name, string key, Tree value) =>
        Tree.CreateMap((name, Tree.CreateMap((key, value))));

    private static Gen<Tree.Map> Serving(string name, bool isManaged) =>
        from slice in Slice
        from slices in slice.Chips is 8 or 16 ? Gen.OneOf(1, 2) : Gen.Const(1)
        from replicas in Gen.OneOf(0, 1, 1, 2)
        from flags in Flags(slice.Chips, slices)
        from capacity in Capacity
        from containers in Containers
        from isDeployed in Gen.Frequency((9, Gen.Const(true)), (1, Gen.Const(false)))
        from hasBatch in Gen.Bool
        select Serving(name, isManaged, slice, slices, replicas)
            .With("maxText", Tree.CreateMap(("flags", flags)))
            .With("deployed", Tree.From(isDeployed))
            .With("capacity", isManaged && capacity is not null ? capacity : Tree.From(null))
            .With("containers", containers ?? Tree.From(null))
            .With("batch", hasBatch && replicas > 0 ? Batch(name, isManaged) : Tree.From(null));

    private static Tree.Map Batch(string name, bool isManaged)
    {
        var batch = Tree.CreateMap(("input", $"gs://questions/{name}.jsonl"), ("output", $"gs://answers/{name}/"));
        return isManaged ? batch : batch.With("serviceAccount", Tree.From("mine"));
    }

    private static Tree.Map Serving(
        string name,
        bool isManaged,
        (string Machine, string Topology, int Chips) slice,
        int slices,
        int replicas
    )
    {
        var serving = Tree.CreateMap(
            ("name", name),
            ("topology", slice.Topology),
            ("machineType", slice.Machine),
            ("slices", slices),
            ("replicas", replicas),
            ("checkpoint", "gs://my-models/checkpoint")
        );
        return isManaged ? serving : serving.With("scratch", Tree.From("gs://my-scratch/tmp"));
    }

    private static Gen<Tree> Flags(int chips, int slices) =>
        from model in Gen.OneOf(KnownModels.All.ToArray())
        from tensor in Gen.OneOf(Divisors(chips, model.Value.KeyValueHeads).ToArray())
        from isQuantized in Gen.Bool
        from quantizesCache in Gen.Bool
        from cacheType in Gen.OneOf("int8", "int4", "fp8")
        from batch in Gen.OneOf(0.25, 0.5, 1, 2, 4, 6)
        from prefill in Gen.OneOf(64, 512, 1024)
        from rest in Gen.OneOf("ici_fsdp_parallelism", "ici_autoregressive_parallelism")
        from open in Gen.Bool
        select (Tree)
            Tree.Flags(
                    ("model_name", model.Key),
                    ("ici_fsdp_parallelism", 1),
                    ("ici_tensor_parallelism", tensor),
                    ("weight_dtype", "bfloat16"),
                    ("per_device_batch_size", chips * slices * batch < 1 ? 1 : batch),
                    ("max_prefill_predict_length", prefill),
                    ("max_target_length", 2048),
                    ("checkpoint_is_quantized", isQuantized),
                    ("quantization", isQuantized ? "int8" : ""),
                    ("quantize_kvcache", quantizesCache),
                    ("kv_quant_dtype", cacheType),
                    ("inference_benchmark_test", true),
                    (
                        "inference_server",
                        slices == 1 ? "MaxtextInterleavedServer" : $"ExperimentalMaxtextDisaggregatedServer_{chips}"
                    )
                )
                .Set(rest, open ? -1 : chips / tensor)
                .Set("tokenizer_path", ImageFiles.FindModel(model.Key)?.Tokenizer ?? "mine/tokenizer")
                .Set("tokenizer_type", TokenizerType(model.Key));

    /// <summary>The type of a model's tokenizer; null where its own file may set it.</summary>
    private static string? TokenizerType(string model) =>
        ImageFiles.FindModel(model) is not { Tokenizer: { } path } file ? "huggingface"
        : file.MaySet.Contains("tokenizer_type") ? null
        : ImageFiles.Tokenizers[path];

    private static IEnumerable<int> Divisors(int chips, int heads) =>
        Enumerable.Range(1, chips).Where(size => chips % size == 0 && heads % size == 0);

    private static Tree.Map Stack(bool isManaged, string environment, string version, Tree.Map[] servings)
    {
        var stack = Tree.CreateMap(
            ("environment", environment),
            ("leaderWorkerSet", Tree.CreateMap(("version", version))),
            ("token", new Tree.Secret()),
            ("servings", Tree.CreateList([.. servings]))
        );
        return isManaged
            ? stack
                .With("project", Tree.From("my-project"))
                .With("region", Tree.From("us-east5"))
                .With("zone", Tree.From("us-east5-b"))
            : stack.With("cluster", Tree.CreateMap(("existing", Tree.Map.Empty)));
    }
}
