using System.Collections.Immutable;
using Infra.Model.MaxText;
using StackConfig.Binding;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>The configuration file of MaxText, and the tokenizer of the model's family.</summary>
/// <remarks>
/// MaxText's base.yml names the tokenizer of Llama 2, and the files of most models name none, so that every other model would answer
/// nonsense. Sources: <c>base.yml</c>; <c>get_tokenizer</c> in <c>maxengine.py</c>; <c>validate_data_input</c> in <c>pyconfig.py</c>, which
/// requires the type <c>tiktoken</c> since 2025-04-03; <c>validate_tokenizer</c> there; Google's sample of Llama 3.1 405B, which leaves the type out.
/// </remarks>
internal static class TokenizerRules
{
    private const string PathFlag = "tokenizer_path";
    private const string TypeFlag = "tokenizer_type";
    private const string HuggingFace = "huggingface";
    private const string Assets = "assets/";

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Rule.ForServing("UnknownConfiguration", Severity.Warning, "maxText.config", (_, one) => ConfigViolation(one)),
        Rule.ForFlag(
            "InvalidFlagValue",
            Severity.Error,
            PathFlag,
            one =>
                one.MaxText.GetString(PathFlag).Length == 0
                    ? $"{PathFlag} is empty, and MaxText exits without a tokenizer. Allowed: a path in the image, or a name on Hugging Face"
                    : null
        ),
        Rule.ForFlag("TokenizerMismatch", Severity.Error, PathFlag, PathViolation),
        Rule.ForFlag("TokenizerMismatch", Severity.Warning, PathFlag, MissingInOtherImage),
        Rule.ForFlag("UnknownTokenizer", Severity.Warning, PathFlag, AssetViolation),
        Rule.ForFlag("TokenizerMismatch", Severity.Error, TypeFlag, TypeViolation),
    ];

    private static string? ConfigViolation(ServingContext one)
    {
        var config = one.Serving.MaxText.Config;
        return one.Serving.HasDefaultJetStream && !ImageFiles.HasConfiguration(config)
            ? $"'{KeyPath.Shown(config)}' is not a known configuration file of MaxText in the default image."
                + $"{DidYouMean.Sentence(config, ImageFiles.Configurations)} Allowed: {AllowedValues.Format(ImageFiles.Configurations)}"
            : null;
    }

    private static string? PathViolation(ServingContext one)
    {
        var path = ImageFiles.Relative(one.MaxText.GetString(PathFlag));
        if (
            !one.Serving.HasDefaultJetStream
            || ImageFiles.FindModel(one.MaxText.ModelName) is not { } model
            || model.Tokenizer == path
            || !ImageFiles.Tokenizers.ContainsKey(path)
        )
        {
            return null;
        }

        var by = one.MaxText.Flags.Find(PathFlag) is null ? ", MaxText's default," : "";
        return $"{path}{by} is not the tokenizer of {one.MaxText.ModelName}, so its answers would be nonsense. Allowed: {Fitting(model)}";
    }

    private static string Fitting(ModelFile model) =>
        model.Tokenizer is not { } path ? $"a {PathFlag} on Hugging Face with {TypeFlag} {HuggingFace}"
        : NeedsType(model, ImageFiles.Tokenizers[path])
            ? $"{PathFlag} {path} with {TypeFlag} {ImageFiles.Tokenizers[path]}"
        : $"{PathFlag} {path}";

    /// <summary>Whether a model needs the type of its tokenizer beside the path.</summary>
    internal static bool NeedsType(ModelFile model, string type) =>
        type != MaxTextFlag.Find(TypeFlag)!.Default && !model.MaySet.Contains(TypeFlag);

    private static string? MissingInOtherImage(ServingContext one) =>
        !one.Serving.HasDefaultJetStream
        && one.MaxText.ModelName != MaxTextSetup.DefaultModel
        && one.MaxText.GetString(PathFlag) is var path
        && path == MaxTextFlag.Find(PathFlag)!.Default
        && ImageFiles.FindModel(one.MaxText.ModelName)?.Tokenizer != path
            ? $"{path}, MaxText's default for {PathFlag}, is the tokenizer of Llama 2. Allowed without this warning: the tokenizer of {KeyPath.Shown(one.MaxText.ModelName)}"
            : null;

    private static string? AssetViolation(ServingContext one)
    {
        var path = ImageFiles.Relative(one.MaxText.GetString(PathFlag));
        return
            one.Serving.HasDefaultJetStream
            && path.StartsWith(Assets, StringComparison.Ordinal)
            && !ImageFiles.Tokenizers.ContainsKey(path)
            ? $"'{KeyPath.Shown(path)}' is not a known tokenizer in the default image.{DidYouMean.Sentence(path, ImageFiles.Tokenizers.Keys)}"
                + $" Allowed: {AllowedValues.Format(ImageFiles.Tokenizers.Keys)}"
            : null;
    }

    private static string? TypeViolation(ServingContext one)
    {
        var path = ImageFiles.Relative(one.MaxText.GetString(PathFlag));
        var type = one.MaxText.GetString(TypeFlag);
        return
            one.Serving.HasDefaultJetStream
            && ImageFiles.Tokenizers.TryGetValue(path, out var expected)
            && type != expected
            && !MayLeaveTypeOut(one)
            ? $"{TypeFlag} is {KeyPath.Shown(type)}, but {path} has the type {expected}. Allowed: {expected}"
            : null;
    }

    /// <summary>Whether the model's file may set the type, or Google serves the configuration file without it.</summary>
    private static bool MayLeaveTypeOut(ServingContext one) =>
        one.MaxText.Flags.Find(TypeFlag) is null
        && (
            ImageFiles.FindModel(one.MaxText.ModelName)?.MaySet.Contains(TypeFlag) is true
            || one.MaxText.Flags.Find(PathFlag) is null
        );
}
