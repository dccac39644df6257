using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using StackConfig.Binding;

namespace Infra.Model.Servings;

/// <summary>A ready-made set of XLA flags for the Pathways proxy.</summary>
public sealed record XlaFlagSet
{
    /// <summary>The flags that Google passes to the proxy in its finished sample of disaggregated Llama 2 70B.</summary>
    /// <remarks>Source: kubernetes-engine-samples, jetstream-pathways-disagg-llama-2-70b-2-2x4.yaml.</remarks>
    private static readonly (string, string)[] Llama2Disaggregated =
    [
        ("xla_jf_auto_cross_replica_sharding", "false"),
        ("xla_tpu_enable_windowed_einsum_for_reduce_scatter", "false"),
        ("xla_tpu_enable_windowed_einsum_for_all_gather", "false"),
        ("xla_tpu_prefer_latch_optimized_rhs_layouts", "true"),
        ("xla_tpu_enable_experimental_fusion_cost_model", "false"),
        ("xla_tpu_dot_dot_fusion_duplicated", "false"),
        ("xla_tpu_dot_dot_fusion", "true"),
        ("xla_jf_conv_input_fusion", "true"),
        ("xla_jf_conv_output_fusion", "true"),
        ("xla_tpu_rwb_fusion", "false"),
        ("xla_tpu_copy_fusion_pad_unpad_ratio", "0"),
        ("xla_tpu_licm_size_inflation_ratio", "1"),
        ("xla_tpu_copy_elision_analysis_allowance", "150000"),
        ("xla_tpu_copy_insertion_use_region_analysis_limit", "10000"),
        ("xla_tpu_order_dot_after_layout", "true"),
        ("xla_jf_rematerialization_percent_shared_memory_limit", "100"),
        ("xla_tpu_use_repeated_instance_for_preferred_prefetch_time", "true"),
        ("xla_tpu_enforce_prefetch_fifo_order", "false"),
        ("xla_tpu_prefetch_interval_picker_size_override", "6000000"),
        ("xla_tpu_async_copy_bandwidth_scaling_factor", "1"),
        ("xla_tpu_nd_short_transfer_max_chunks", "-1"),
        ("xla_tpu_enable_aggressive_broadcast_priority_update", "true"),
        ("xla_tpu_alternate_memory_benefit_scaling_factor_for_large_buffers", "SQRT"),
        ("xla_tpu_memory_bound_loop_optimizer_options", "enabled:true"),
        ("xla_tpu_enable_copy_fusion", "true"),
        ("xla_tpu_enable_cross_program_prefetch_freeing", "false"),
        ("xla_tpu_enable_dot_strength_reduction", "true"),
        ("xla_tpu_layout_use_dot_grouping", "false"),
        ("xla_tpu_msa_inefficient_use_to_copy_ratio", "0.5"),
        ("xla_tpu_reduce_loop_fusion_dup_with_unfusable_user", "false"),
        ("xla_tpu_vector_load_fusion_window", "1024"),
        ("xla_tpu_vector_store_fusion_window", "256"),
        ("xla_jf_conv_reshape_fusion", "false"),
        ("xla_tpu_input_conv_multi_users", "false"),
        ("xla_tpu_enable_multi_level_input_dot_dot_fusion", "false"),
        ("xla_tpu_enable_multi_level_output_dot_dot_fusion", "false"),
        ("xla_tpu_dot_dot_fusion_separable_convs_only", "false"),
        ("xla_tpu_enable_multi_level_nested_loop_fusion", "true"),
        ("xla_tpu_nested_dot_fusion", "true"),
        ("xla_tpu_enable_multi_level_nested_dot_fusion", "false"),
        ("xla_jf_enable_multi_output_fusion", "true"),
        ("xla_tpu_use_lp_llo_scheduler_for_dot_dot_fusions", "false"),
        ("xla_tpu_enable_flash_attention", "true"),
    ];

    private XlaFlagSet(string name, FlagList flags)
    {
        Name = name;
        Flags = flags;
    }

    /// <summary>No XLA flags.</summary>
    public static XlaFlagSet None { get; } = new("none", FlagList.Empty);

    /// <summary>Every set.</summary>
    public static ImmutableArray<XlaFlagSet> All { get; } =
    [None, new("llama2-70b-disaggregated", FlagList.Create(Llama2Disaggregated))];

    /// <summary>The set's name.</summary>
    public string Name { get; }

    /// <summary>The flags, without leading dashes.</summary>
    public FlagList Flags { get; }

    /// <summary>Reads a set's name; false when there is none of that name.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out XlaFlagSet? set) =>
        (set = All.FirstOrDefault(known => known.Name == text)) is not null;

    /// <inheritdoc />
    public override string ToString() => Name;
}
