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

    /// <summary>Every such type; what is known of one is looked up when a setting is of it.</summary>
    public static IReadOnlyDictionary<Type, Lazy<ScalarType>> All { get; } =
        new Dictionary<Type, Lazy<ScalarType>>
        {
            [typeof(Topology)] = new(() => Of<Topology>(Topology.All, Topology.TryParse)),
            [typeof(MachineType)] = new(() => Of<MachineType>(MachineType.All, MachineType.TryParse)),
            [typeof(Preset)] = new(() => Of<Preset>(Preset.All, Preset.TryParse)),
            [typeof(XlaFlagSet)] = new(() => Of<XlaFlagSet>(XlaFlagSet.All, XlaFlagSet.TryParse)),
            [typeof(PullPolicy)] = new(() => Of<PullPolicy>(PullPolicy.All, PullPolicy.TryParse)),
            [typeof(GcsPath)] = new(() => Of<GcsPath>(GcsPath.Accepted, GcsPath.TryParse)),
            [typeof(GcsObject)] = new(() => Of<GcsObject>(GcsObject.Accepted, GcsObject.TryParse)),
            [typeof(GcsFolder)] = new(() => Of<GcsFolder>(GcsFolder.Accepted, GcsFolder.TryParse)),
            [typeof(KubernetesName)] = new(() => Of<KubernetesName>(KubernetesName.Accepted, KubernetesName.TryParse)),
            [typeof(EnvName)] = new(() => Of<EnvName>(EnvName.Accepted, EnvName.TryParse)),
            [typeof(LeaderWorkerSetVersion)] = new(() =>
                Of<LeaderWorkerSetVersion>(LeaderWorkerSetVersion.All, LeaderWorkerSetVersion.TryParse)
            ),
            [typeof(ProjectId)] = new(() => Of<ProjectId>(ProjectId.Accepted, ProjectId.TryParse)),
            [typeof(Region)] = new(() => Of<Region>(Region.Accepted, Region.TryParse)),
            [typeof(Zone)] = new(() => Of<Zone>(Zone.Accepted, Zone.TryParse)),
            [typeof(CidrRange)] = new(() => Of<CidrRange>(CidrRange.Accepted, CidrRange.TryParse)),
            [typeof(BucketName)] = new(() => Of<BucketName>(BucketName.Accepted, BucketName.TryParse)),
            [typeof(GkeVersion)] = new(() => Of<GkeVersion>(GkeVersion.Accepted, GkeVersion.TryParse)),
            [typeof(RunDuration)] = new(() => Of<RunDuration>(RunDuration.Accepted, RunDuration.TryParse)),
            [typeof(NotificationChannelName)] = new(() =>
                Of<NotificationChannelName>(NotificationChannelName.Accepted, NotificationChannelName.TryParse)
            ),
        };

    private static ScalarType Of<T>(ImmutableArray<T> known, TryParse<T> parse)
        where T : class
    {
        ImmutableArray<string> texts = [.. known.Select(value => value.ToString()!)];
        return Of(string.Join(", ", texts), parse) with { Known = texts };
    }

    private static ScalarType Of<T>(string accepted, TryParse<T> parse)
        where T : class => new(accepted, text => parse(text, out var value) ? value : null);
}
