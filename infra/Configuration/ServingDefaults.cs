using Infra.Configuration.Binding;
using Infra.Configuration.Presets;
using Infra.Model.Names;
using Infra.Model.Servings;

namespace Infra.Configuration;

/// <summary>What a serving is where neither its settings nor its preset say otherwise.</summary>
public static class ServingDefaults
{
    /// <summary>The defaults. The name is a placeholder that every serving replaces.</summary>
    public static ServingSettings Settings { get; } =
        new()
        {
            Name = Known.Name("serving"),
            Slices = 1,
            Replicas = 1,
            Deployed = true,
            XlaFlags = XlaFlagSet.None,
            WorkerToleration = true,
            Service = new() { Port = 8000 },
            WaitUntilReady = true,
            SmokeTest = new()
            {
                Enabled = true,
                Prompt = "What are the top 5 programming languages",
                MaxTokens = 200,
                TimeoutSeconds = 600,
                Image =
                    "docker.io/library/python:3.13.7-alpine3.22"
                    + "@sha256:9ba6d8cbebf0fb6546ae71f2a1c14f6ffd2fdab83af7fa5669734ef30ad48844",
            },
            DisruptionBudget = false,
            Monitoring = new() { PrometheusPort = 9090, PodMonitoring = true },
            MaxText = new() { Config = "MaxText/configs/base.yml", Flags = FlagList.Empty },
            Images = new()
            {
                PathwaysTag = "jax-0.5.3",
                PathwaysProxy = "us-docker.pkg.dev/cloud-tpu-v2-images/pathways/proxy_server",
                PathwaysServer = "us-docker.pkg.dev/cloud-tpu-v2-images/pathways/server",
                JetStream = "us-docker.pkg.dev/cloud-tpu-images/inference/jetstream-pathways:v0.2.0",
                JetStreamHttp = "us-docker.pkg.dev/cloud-tpu-images/inference/jetstream-http:v0.2.3",
                PullPolicy = PullPolicy.IfNotPresent,
            },
            Containers = new() { PathwaysProxy = Requests("16", "100G"), PathwaysRm = Requests("8", "32G") },
            Probes = new()
            {
                Startup = new() { PeriodSeconds = 10, FailureThreshold = 1_080 },
                Liveness = new() { PeriodSeconds = 60, FailureThreshold = 10 },
                Readiness = new() { PeriodSeconds = 10, FailureThreshold = 3 },
            },
        };

    /// <summary>What a batch is where its settings do not say otherwise.</summary>
    /// <remarks>The digest is that of the image for amd64 and arm64; https://mcr.microsoft.com/dotnet/sdk lists the tags.</remarks>
    public static BatchSettings Batch { get; } =
        new()
        {
            MaxTokens = 200,
            Image =
                "mcr.microsoft.com/dotnet/sdk:10.0.401-noble@sha256:35d40304542c8689331f8cab17c65926cdf48fe711e289321d71924b230a7d29",
        };

    /// <summary>
    /// What the PathwaysJob controller requests for the container of the same kind; without, the leader would be the first pod to go
    /// when a host runs short of memory.
    /// </summary>
    private static ContainerSettings Requests(string cpu, string memory) =>
        new()
        {
            Resources = new()
            {
                Requests = new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["cpu"] = cpu,
                    ["memory"] = memory,
                },
            },
        };
}
