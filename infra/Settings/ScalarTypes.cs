using System.Collections.Immutable;
using Infra.Settings.Platform;
using Infra.Settings.Servings;
using Infra.Settings.Servings.Presets;
using Infra.Tpu;

namespace Infra.Settings;

/// <summary>The types that are written as one text and obey a rule of their own.</summary>
public static class ScalarTypes
{
    private delegate bool TryParse<T>(string text, out T? value);

    /// <summary>Every such type.</summary>
    public static IReadOnlyDictionary<Type, ScalarType> All { get; } =
        new Dictionary<Type, ScalarType>(
            (KeyValuePair<Type, ScalarType>[])
                [
                    Of<Topology>(Topology.All, Topology.TryParse),
                    Of<MachineType>(MachineType.All, MachineType.TryParse),
                    Of<Preset>(Preset.All, Preset.TryParse),
                    Of<XlaFlagSet>(XlaFlagSet.All, XlaFlagSet.TryParse),
                    Of<PullPolicy>(PullPolicy.All, PullPolicy.TryParse),
                    Of<GcsPath>(GcsPath.Accepted, GcsPath.TryParse),
                    Of<GcsObject>(GcsObject.Accepted, GcsObject.TryParse),
                    Of<GcsFolder>(GcsFolder.Accepted, GcsFolder.TryParse),
                    Of<KubernetesName>(KubernetesName.Accepted, KubernetesName.TryParse),
                    Of<EnvName>(EnvName.Accepted, EnvName.TryParse),
                    Of<LeaderWorkerSetVersion>(LeaderWorkerSetVersion.All, LeaderWorkerSetVersion.TryParse),
                    Of<ProjectId>(ProjectId.Accepted, ProjectId.TryParse),
                    Of<Region>(Region.Accepted, Region.TryParse),
                    Of<Zone>(Zone.Accepted, Zone.TryParse),
                    Of<CidrRange>(CidrRange.Accepted, CidrRange.TryParse),
                    Of<BucketName>(BucketName.Accepted, BucketName.TryParse),
                    Of<GkeVersion>(GkeVersion.Accepted, GkeVersion.TryParse),
                    Of<RunDuration>(RunDuration.Accepted, RunDuration.TryParse),
                    Of<NotificationChannelName>(NotificationChannelName.Accepted, NotificationChannelName.TryParse),
                ]
        );

    private static KeyValuePair<Type, ScalarType> Of<T>(ImmutableArray<T> known, TryParse<T> parse)
        where T : class
    {
        ImmutableArray<string> texts = [.. known.Select(value => value.ToString()!)];
        var (type, scalar) = Of(string.Join(", ", texts), parse);
        return new(type, scalar with { Known = texts });
    }

    private static KeyValuePair<Type, ScalarType> Of<T>(string accepted, TryParse<T> parse)
        where T : class => new(typeof(T), new ScalarType(accepted, text => parse(text, out var value) ? value : null));
}
