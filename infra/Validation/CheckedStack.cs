using System.Collections.Immutable;
using Infra.Configuration.Reading;
using Infra.Model;
using Infra.Model.MaxText;
using Infra.Model.Platform;
using Infra.Model.Servings;

namespace Infra.Validation;

/// <summary>What the rules look at.</summary>
/// <param name="Document">The settings before they were bound.</param>
/// <param name="Settings">The settings but the servings, with presets and defaults.</param>
/// <param name="Platform">What the stack makes in Google Cloud; null where it makes nothing or that cannot be made out.</param>
/// <param name="Servings">The servings that can be made out, each with its place.</param>
/// <param name="SecretKeys">The keys of the encrypted settings, in ordinal order.</param>
/// <param name="Examples">How bad it is to use the values that the shipped stack files show as examples.</param>
/// <param name="Sources">What the stack file itself says.</param>
public sealed record CheckedStack(
    SettingsDocument Document,
    StackSettings Settings,
    PlatformPlan? Platform,
    ImmutableArray<CheckedServing> Servings,
    ImmutableArray<string> SecretKeys,
    Severity Examples,
    SettingSources Sources
);

/// <summary>A serving that the rules look at.</summary>
/// <param name="Key">Its place, such as <c>servings[0]</c>.</param>
/// <param name="Serving">What it is.</param>
/// <param name="Sources">What the stack file itself says.</param>
public sealed record CheckedServing(string Key, Serving Serving, SettingSources Sources)
{
    /// <summary>What it takes.</summary>
    public ServingSizing Sizing { get; } = ServingSizing.Of(Serving);

    /// <summary>Whether the stack file sets a key of it.</summary>
    public bool IsSet(string key) => Sources.IsSet($"{Key}.{key}");

    /// <summary>How MaxText is set up for it.</summary>
    public MaxTextSetup MaxText => Sizing.MaxText;

    /// <summary>How the chips of each of its slices are divided; null where the size of an axis is no whole number.</summary>
    public SliceMesh? Mesh => Sizing.Mesh;
}
