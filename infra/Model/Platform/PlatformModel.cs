using System.Collections.Immutable;
using Infra.Model.Names;

namespace Infra.Model.Platform;

/// <summary>What the stack creates in Google Cloud: its settings, and what follows from them.</summary>
public sealed class PlatformModel
{
    private const int MaxClusterNameLength = 40;
    private const int MaxBucketNameLength = 63;

    private readonly StackSettings _stack;
    private readonly string _pulumiProject;
    private readonly string _pulumiStack;

    /// <summary>Completes the settings of a stack that creates its cluster.</summary>
    /// <param name="stack">The settings, with project, region and zone.</param>
    /// <param name="pulumiProject">The Pulumi project's name.</param>
    /// <param name="pulumiStack">The Pulumi stack's name.</param>
    public PlatformModel(StackSettings stack, string pulumiProject, string pulumiStack)
    {
        (_stack, _pulumiProject, _pulumiStack) = (stack, pulumiProject, pulumiStack);
        Project = Require(stack.Project?.Text, "project");
        Region = Require(stack.Region?.Text, "region");
        Zone = Require(stack.Zone?.Text, "zone");
        var isProd = stack.Environment == StackEnvironment.Prod;
        var managed = stack.Cluster.Managed;
        Cluster = new(
            managed.Name ?? GoogleName.Create($"{pulumiProject}-{pulumiStack}", MaxClusterNameLength),
            managed.DeletionProtection ?? isProd,
            managed.Protect ?? isProd,
            managed
        );
    }

    /// <summary>The project's id.</summary>
    public string Project { get; }

    /// <summary>The region of cluster, network and buckets.</summary>
    public string Region { get; }

    /// <summary>The zone of the slices.</summary>
    public string Zone { get; }

    /// <summary>The cluster.</summary>
    public ClusterModel Cluster { get; }

    /// <summary>The network.</summary>
    public NetworkSettings Network => _stack.Network;

    /// <summary>The buckets.</summary>
    public StorageSettings Storage => _stack.Storage;

    /// <summary>The bucket for temporary data of servings that name no place of their own.</summary>
    public string ScratchBucket =>
        Storage.ScratchBucket?.Text
        ?? GoogleName.Create(BucketName.WithoutGoogle($"{Project}-{Cluster.Name}"), MaxBucketNameLength, "-scratch");

    /// <summary>The location of the buckets that the stack creates.</summary>
    public string BucketLocation => (Storage.Location ?? Region).ToUpperInvariant();

    /// <summary>The Google APIs to enable; none where that was not asked for.</summary>
    public ImmutableArray<string> Apis => Cluster.Settings.EnableApis ? GoogleApiNames.All : [];

    /// <summary>Labels on everything that Google bills.</summary>
    public IReadOnlyDictionary<string, string> Labels =>
        new Dictionary<string, string>(Cluster.Settings.Labels, StringComparer.Ordinal)
        {
            ["pulumi-project"] = GoogleName.Create(_pulumiProject, 63),
            ["pulumi-stack"] = GoogleName.Create(_pulumiStack, 63),
            ["environment"] = _stack.Environment.ToString().ToLowerInvariant(),
        };

    /// <summary>The namespace of the identities that pods have of their own: one for all clusters of a project.</summary>
    public string WorkloadPool => $"{Project}.svc.id.goog";

    /// <summary>The name of a resource of this stack: the cluster's name, as much of it as fits, with an ending.</summary>
    /// <param name="ending">The ending, with its dash.</param>
    /// <param name="limit">The most characters that such a resource's name may have. Default 63, as Compute Engine has it.</param>
    public string GetName(string ending, int limit = 63) => GoogleName.Create(Cluster.Name, limit, ending);

    private static string Require(string? value, string name) => value ?? throw new ArgumentNullException(name);
}

/// <summary>A cluster.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DeletionProtection">Whether Google refuses to delete it.</param>
/// <param name="Protect">Whether Pulumi refuses to delete or replace it.</param>
/// <param name="Settings">Everything else.</param>
public sealed record ClusterModel(string Name, bool DeletionProtection, bool Protect, ManagedClusterSettings Settings);
