using System.Collections.Immutable;
using Infra.Model.Names;
using Infra.Model.Servings;
using Infra.Model.Tpu;
using StackConfig.Binding;

namespace Infra.Configuration;

/// <summary>The types that are written as one text and obey a rule of their own.</summary>
public static class ScalarTypes
{
    private delegate bool TryParse<T>(string text, out T? value);

    /// <summary>Every such type.</summary>
    public static IReadOnlyDictionary<Type, ScalarType> All { get; } =
        new Dictionary<Type, ScalarType>
        {
            [typeof(TpuGeneration)] = Of<TpuGeneration>(TpuGeneration.All, TpuGeneration.TryParse),
            [typeof(Topology)] = Of<Topology>(Topology.All, Topology.TryParse),
            [typeof(MachineType)] = Of<MachineType>(MachineType.All, MachineType.TryParse),
            [typeof(PresetName)] = new($"{string.Join(", ", Presets.Names)}, or the path of a YAML file", Presets.Parse)
            {
                Known = Presets.Names,
                OtherPattern = @"\.ya?ml$",
            },
            [typeof(XlaFlagSet)] = Of<XlaFlagSet>(XlaFlagSet.All, XlaFlagSet.TryParse),
            [typeof(PullPolicy)] = Of<PullPolicy>(PullPolicy.All, PullPolicy.TryParse),
            [typeof(GcsPath)] = Of<GcsPath>(GcsPath.Accepted, GcsPath.TryParse),
            [typeof(GcsObject)] = Of<GcsObject>(GcsObject.Accepted, GcsObject.TryParse),
            [typeof(GcsFolder)] = Of<GcsFolder>(GcsFolder.Accepted, GcsFolder.TryParse),
            [typeof(EnvName)] = Of<EnvName>(EnvName.Accepted, EnvName.TryParse),
            [typeof(LeaderWorkerSetVersion)] = Of<LeaderWorkerSetVersion>(
                LeaderWorkerSetVersion.All,
                LeaderWorkerSetVersion.TryParse
            ),
            [typeof(ProjectId)] = Of<ProjectId>(ProjectId.Accepted, ProjectId.TryParse),
            [typeof(Region)] = Of<Region>(Region.Accepted, Region.TryParse),
            [typeof(Zone)] = Of<Zone>(Zone.Accepted, Zone.TryParse),
            [typeof(CidrRange)] = Of<CidrRange>(CidrRange.Accepted, CidrRange.TryParse),
            [typeof(BucketName)] = Of<BucketName>(BucketName.Accepted, BucketName.TryParse),
            [typeof(GkeVersion)] = Of<GkeVersion>(GkeVersion.Accepted, GkeVersion.TryParse),
            [typeof(ReservationName)] = Of<ReservationName>(ReservationName.Accepted, ReservationName.TryParse),
            [typeof(RunDuration)] = Of<RunDuration>(RunDuration.Accepted, RunDuration.TryParse),
            [typeof(UtcTime)] = Of<UtcTime>(UtcTime.Accepted, UtcTime.TryParse),
            [typeof(NotificationChannelName)] = Of<NotificationChannelName>(
                NotificationChannelName.Accepted,
                NotificationChannelName.TryParse
            ),
        };

    private static ScalarType Of<T>(ImmutableArray<T> known, TryParse<T> parse)
        where T : class
    {
        ImmutableArray<string> texts = [.. known.Select(value => value.ToString()!)];
        return Of(AllowedValues.Format(texts), parse) with { Known = texts };
    }

    private static ScalarType Of<T>(string accepted, TryParse<T> parse)
        where T : class => new(accepted, text => parse(text, out var value) ? value : null);
}
