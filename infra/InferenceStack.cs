using System.Collections.Immutable;
using Infra.JetStream;
using Infra.Platform;
using Infra.Settings;
using Infra.Settings.Servings;
using Pulumi;

namespace Infra;

/// <summary>Everything that one stack consists of.</summary>
public sealed class InferenceStack : Stack
{
    /// <summary>Declares the stack.</summary>
    /// <param name="blueprint">What the stack is to be.</param>
    /// <param name="secret">The text of an encrypted setting by its key.</param>
    /// <param name="options">The stack's options. Default: none.</param>
    public InferenceStack(Blueprint blueprint, Func<string, Output<string>> secret, StackOptions? options = null)
        : base(options)
    {
        var google = blueprint.Platform is { } plan ? GoogleAccess.To(plan) : null;
        var platform = google is null ? null : new GooglePlatform("platform", blueprint.Platform!, blueprint.Servings, google);
        var access = platform is null ? KubernetesAccess.To(blueprint.Existing) : KubernetesAccess.To(platform);
        var pools = new List<Output<string>>();
        foreach (var serving in blueprint.Deployed)
        {
            var slices = platform?.SlicesOf(serving);
            pools.AddRange(slices?.Names ?? []);
            _ = new JetStreamPathways(
                serving.Name,
                new JetStreamPathwaysArgs
                {
                    Serving = serving,
                    ScratchLocation = serving.Scratch.Text,
                    Secrets = SecretTexts(serving, secret),
                },
                Inside(access, platform, slices)
            );
        }

        ClusterName = platform?.Cluster.Name;
        ClusterLocation = platform?.Cluster.Location;
        GetCredentials = platform?.GetCredentials;
        Services = Output.Create(blueprint.Deployed.ToImmutableSortedDictionary(one => one.Name, one => one.Address));
        NodePools = Output.All(pools);
        Chips = Output.Create(blueprint.Deployed.Sum(serving => serving.Chips));
    }
}
