using System.Collections.Immutable;

namespace Infra.Model.Memory;

/// <summary>The models whose architecture is known, by the name that MaxText has for them.</summary>
/// <remarks>
/// Source of every row: <c>src/maxtext/configs/models/NAME.yml</c> of AI-Hypercomputer/maxtext at e591f30 (2026-08-22), the
/// default of <c>logits_via_embedding</c> (false) from its <c>base.yml</c>. MaxText of April 2025 (b185423), the time of the
/// JetStream images, has the same numbers and no Qwen. Left out is what MaxText has no <c>model_name</c> for (Qwen 2.5 0.5B,
/// 3B, 32B and 72B) and what <see cref="ModelArchitecture"/> cannot describe (DeepSeek, Llama 4, Qwen 3 Next).
/// </remarks>
public static class KnownModels
{
    /// <summary>Every known model, family by family.</summary>
    // Columns: embedding width, query heads, key-value heads, head width, layers, MLP width, vocabulary.
    public static ImmutableArray<ModelArchitecture> All { get; } =
    [
        Model("llama2-7b", 4096, 32, 32, 128, 32, 11008, 32000),
        Model("llama2-13b", 5120, 40, 40, 128, 40, 13824, 32000),
        Model("llama2-70b", 8192, 64, 8, 128, 80, 28672, 32000),
        Model("llama3-8b", 4096, 32, 8, 128, 32, 14336, 128256),
        Model("llama3-70b", 8192, 64, 8, 128, 80, 28672, 128256),
        Model("llama3.1-8b", 4096, 32, 8, 128, 32, 14336, 128256),
        Model("llama3.1-70b", 8192, 64, 8, 128, 80, 28672, 128256),
        Model("llama3.1-405b", 16384, 128, 8, 128, 126, 53248, 128256),
        Model("llama3.3-70b", 8192, 64, 8, 128, 80, 28672, 128256),
        Tied(Model("gemma-2b", 2048, 8, 1, 256, 18, 16384, 256128)),
        Tied(Model("gemma-7b", 3072, 16, 16, 256, 28, 24576, 256128)),
        Tied(Model("gemma2-2b", 2304, 8, 4, 256, 2 * 13, 9216, 256128)),
        Tied(Model("gemma2-9b", 3584, 16, 8, 256, 2 * 21, 14336, 256128)),
        Tied(Model("gemma2-27b", 4608, 32, 16, 128, 2 * 23, 36864, 256128)),
        Tied(Model("gemma3-4b", 2560, 8, 4, 256, 34, 10240, 262144)),
        Tied(Model("gemma3-12b", 3840, 16, 8, 256, 48, 15360, 262144)),
        Tied(Model("gemma3-27b", 5376, 32, 16, 128, 62, 21504, 262144)),
        Model("mistral-7b", 4096, 32, 8, 128, 32, 14336, 32000),
        Mixture(8, Model("mixtral-8x7b", 4096, 32, 8, 128, 32, 14336, 32000)),
        Mixture(8, Model("mixtral-8x22b", 6144, 48, 8, 128, 56, 16384, 32768)),
        Tied(Model("qwen2.5-1.5b", 1536, 12, 2, 128, 28, 8960, 151936)),
        Model("qwen2.5-7b", 3584, 28, 4, 128, 28, 18944, 152064),
        Model("qwen2.5-14b", 5120, 40, 8, 128, 48, 13824, 152064),
        Tied(Model("qwen3-0.6b", 1024, 16, 8, 128, 28, 3072, 151936)),
        Tied(Model("qwen3-1.7b", 2048, 16, 8, 128, 28, 6144, 151936)),
        Tied(Model("qwen3-1.7b-base", 2048, 16, 8, 128, 28, 6144, 151936)),
        Tied(Model("qwen3-4b", 2560, 32, 8, 128, 36, 9728, 151936)),
        Tied(Model("qwen3-4b-base", 2560, 32, 8, 128, 36, 9728, 151936)),
        Tied(Model("qwen3-4b-thinking-2507", 2560, 32, 8, 128, 36, 9728, 151936)),
        Model("qwen3-8b", 4096, 32, 8, 128, 36, 12288, 151936),
        Model("qwen3-8b-base", 4096, 32, 8, 128, 36, 12288, 151936),
        Model("qwen3-14b", 5120, 40, 8, 128, 40, 17408, 151936),
        Model("qwen3-14b-base", 5120, 40, 8, 128, 40, 17408, 151936),
        Model("qwen3-32b", 5120, 64, 8, 128, 64, 25600, 151936),
        Mixture(128, Model("qwen3-30b-a3b", 2048, 32, 4, 128, 48, 768, 151936)),
        Mixture(128, Model("qwen3-30b-a3b-base", 2048, 32, 4, 128, 48, 768, 151936)),
        Mixture(128, Model("qwen3-235b-a22b", 4096, 64, 4, 128, 94, 1536, 151936)),
        Mixture(160, Model("qwen3-480b-a35b", 6144, 96, 8, 128, 62, 2560, 151936)),
    ];

    /// <summary>The model of that name, letter for letter, or null for one that is not known.</summary>
    public static ModelArchitecture? Find(string name) => All.FirstOrDefault(model => model.Name == name);

    private static ModelArchitecture Tied(ModelArchitecture model) => model with { TiedEmbeddings = true };

    private static ModelArchitecture Mixture(int experts, ModelArchitecture model) => model with { Experts = experts };

    private static ModelArchitecture Model(
        string name,
        int emb,
        int query,
        int kv,
        int head,
        int layers,
        int mlp,
        int vocabulary
    ) =>
        new()
        {
            Name = name,
            EmbeddingWidth = emb,
            QueryHeads = query,
            KeyValueHeads = kv,
            HeadWidth = head,
            Layers = layers,
            MlpWidth = mlp,
            Vocabulary = vocabulary,
            Source = $"AI-Hypercomputer/maxtext, src/maxtext/configs/models/{name}.yml",
        };
}
