using System.Collections.Immutable;
using Infra.Model;
using Infra.Model.MaxText;
using Infra.Model.Platform;
using Infra.Model.Servings;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>What the rules look at.</summary>
/// <param name="Document">The settings before they were bound.</param>
/// <param name="Settings">The settings but the servings, with presets and defaults.</param>
/// <param name="Platform">What the stack creates in Google Cloud; null where it creates nothing or that cannot be determined.</param>
/// <param name="Servings">The servings that could be resolved.</param>
/// <param name="SecretKeys">The keys of the encrypted settings, in ordinal order.</param>
/// <param name="PlaceholderSeverity">The severity of values that the shipped stack files hold as placeholders.</param>
/// <param name="Sources">What the stack file itself sets.</param>
public sealed record RuleContext(
    SettingsDocument Document,
    StackSettings Settings,
    PlatformModel? Platform,
    ImmutableArray<ServingContext> Servings,
    ImmutableArray<string> SecretKeys,
    Severity PlaceholderSeverity,
    SettingSources Sources
)
{
    /// <summary>Whether the cluster exists already.</summary>
    public bool UsesExistingCluster => Settings.Cluster.Existing is not null;

    /// <summary>The buckets of the checkpoints of all servings.</summary>
    public IReadOnlySet<string> CheckpointBuckets =>
        field ??= Servings.Select(one => one.Serving.Checkpoint.Bucket).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether the stack file itself sets a key.</summary>
    public bool IsSet(string key) => Sources.IsSet(key);
}

/// <summary>A serving that the rules look at.</summary>
/// <param name="Key">Its key, such as <c>servings[0]</c>.</param>
/// <param name="Serving">The serving, with presets and defaults.</param>
/// <param name="Sources">What the stack file itself sets.</param>
public sealed record ServingContext(string Key, Serving Serving, SettingSources Sources)
{
    /// <summary>Whether the stack file itself sets a key of it.</summary>
    public bool IsSet(string key) => Sources.IsSet($"{Key}.{key}");

    /// <summary>The resources that it requires.</summary>
    public ServingSizing Sizing { get; } = ServingSizing.From(Serving);

    /// <summary>Its MaxText configuration.</summary>
    public MaxTextSetup MaxText => Sizing.MaxText;

    /// <summary>The mesh of each of its slices; null where the size of an axis is not an integer.</summary>
    public SliceMesh? Mesh => Sizing.Mesh;
}
