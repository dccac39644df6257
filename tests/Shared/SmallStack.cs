using OfflinePreview.Graph;
using Pulumi;

namespace Tests.Shared;

/// <summary>A small stack that holds each state of a value in each place where it can be.</summary>
public static class SmallStack
{
    public static Task<StackGraph> RecordAsync() =>
        Recorded.StackAsync(unknownValues =>
        {
            var token = unknownValues.Secret("token");
            var bucket = new Thing("bucket", new() { Text = "europe", Flag = true }, new() { Protect = true });
            var provider = new ThingProvider("cluster-access", "kubernetes");
            _ = new Box(
                "serving",
                serving => _ = new Box("server", server => Objects(server, bucket, token), new() { Parent = serving }),
                new() { Providers = { provider } }
            );
            _ = new Thing(
                "pool",
                new() { Number = bucket.Count.Apply(count => count * 2.0) },
                new() { IgnoreChanges = { "number" } }
            );
        });

    private static void Objects(Box parent, Thing bucket, Output<string> token)
    {
        var space = new KubeObject(
            "space",
            "v1",
            "Namespace",
            new() { Metadata = new() { Name = "serving" } },
            new() { Parent = parent }
        );
        var container = new KubeContainerArgs
        {
            Name = "server",
            Args =
            {
                "--verbose",
                token,
                Pulumi.Output.Format($"--gcs={bucket.Url}/tmp"),
                Pulumi.Output.Format($"--key={token}"),
                bucket.Id,
            },
            Env =
            {
                ["BUCKET"] = bucket.Url,
                ["MODE"] = "on",
                ["TOKEN"] = token,
            },
            Replicas = bucket.Count,
        };
        var metadata = new KubeMetadataArgs
        {
            Name = "server",
            Namespace = "serving",
            Annotations = { ["pulumi.com/waitFor"] = "condition=Available" },
            Labels = { ["app"] = "server" },
        };
        _ = new KubeObject(
            "workload",
            "apps/v1",
            "Deployment",
            new() { Metadata = metadata, Spec = container },
            new() { Parent = parent, DependsOn = { space } }
        );
    }
}
