using System.ComponentModel.DataAnnotations;
using StackConfig.Binding;

namespace Infra.Model.MaxText;

/// <summary>The configuration file and the flags of MaxText.</summary>
public sealed record MaxTextSettings
{
    /// <summary>
    /// The configuration file in the image. Default <c>MaxText/configs/base.yml</c>. Some files also set tokenizer and sharding:
    /// <c>MaxText/configs/v5e/inference/llama2_70b_v5e-16.yml</c> and <c>llama3_70b_v5e-16.yml</c> for 16 chips, and
    /// <c>llama3_405b_v5e-64.yml</c>, which Google's guide uses for 16 chips. With <c>base.yml</c>, every model but Llama 2 requires the flag
    /// <c>tokenizer_path</c>.
    /// </summary>
    [RegularExpression(@"\S+")]
    [Expected("a path without spaces")]
    public required string Config { get; init; }

    /// <summary>
    /// The flags of MaxText in order, each a <c>name: value</c>. A flag of the preset keeps its position and takes the new value, <c>null</c>
    /// removes it, other flags are appended. <c>load_parameters_path</c> is derived from the checkpoint. Values have no spaces and no <c>*</c>,
    /// <c>?</c> or <c>[</c>, which the image's entrypoint expands.
    /// </summary>
    public FlagList Flags { get; init; } = FlagList.Empty;
}
