using Infra.Configuration.Binding;

namespace Infra.Model.MaxText;

/// <summary>MaxText's configuration and flags.</summary>
public sealed record MaxTextSettings
{
    /// <summary>
    /// The configuration file inside the image. Default <c>MaxText/configs/base.yml</c>. Others name tokenizer and sharding too:
    /// <c>MaxText/configs/v5e/inference/llama2_70b_v5e-16.yml</c> and <c>llama3_70b_v5e-16.yml</c> there for 16 chips, and
    /// <c>llama3_405b_v5e-64.yml</c>, which Google's guide takes for 16 chips of v6e.
    /// </summary>
    public required string Config { get; init; }

    /// <summary>
    /// MaxText's flags in order, each one a <c>name: value</c>. A flag that the preset has keeps its place there and takes the new
    /// value, <c>null</c> removes it, a new one is appended. <c>load_parameters_path</c> follows from the checkpoint.
    /// </summary>
    public FlagList Flags { get; init; } = FlagList.Empty;
}
