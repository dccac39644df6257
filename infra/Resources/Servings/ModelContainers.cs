using Infra.Model.Servings;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Resources.Servings;

/// <summary>Creates the containers that run the model: JetStream with MaxText, and the HTTP server.</summary>
internal sealed class ModelContainers(ContainerFactory factory, Serving serving)
{
    /// <summary>Creates the container of JetStream with MaxText.</summary>
    public ContainerArgs CreateServer()
    {
        var settings = serving.Containers.JaxTpu;
        var container = factory.Create(ContainerName.JaxTpu, serving.Images.JetStream, Port.JetStream, settings);
        container.Args =
            (List<Input<string>>)
                [serving.MaxText.Config, .. serving.MaxTextFlags.Texts.Select(flag => (Input<string>)flag)];
        if (serving.Monitoring.MetricsPort is { } metrics)
        {
            container.Ports.Add(new ContainerPortArgs { Name = Port.Metrics, ContainerPortValue = metrics });
        }

        container.StartupProbe = CreateProbe(serving.Probes.Startup);
        container.LivenessProbe = CreateProbe(serving.Probes.Liveness);
        container.ReadinessProbe = CreateProbe(serving.Probes.Readiness);
        return container;
    }

    /// <summary>Creates the HTTP server, which forwards prompts to JetStream's gRPC port.</summary>
    public ContainerArgs CreateHttp() =>
        factory.Create(
            ContainerName.JetStreamHttp,
            serving.Images.JetStreamHttp,
            Port.Http,
            serving.Containers.JetstreamHttp
        );

    /// <summary>Probes the HTTP server, which calls JetStream: it succeeds only when the model is loaded.</summary>
    private static ProbeArgs CreateProbe(ProbeSettings settings)
    {
        var probe = new ProbeArgs
        {
            HttpGet = new HTTPGetActionArgs
            {
                Path = "/healthcheck",
                Port = Port.Http,
                Scheme = "HTTP",
            },
        };
        Set(settings.InitialDelaySeconds, value => probe.InitialDelaySeconds = value);
        Set(settings.PeriodSeconds, value => probe.PeriodSeconds = value);
        Set(settings.TimeoutSeconds, value => probe.TimeoutSeconds = value);
        Set(settings.FailureThreshold, value => probe.FailureThreshold = value);
        return probe;
    }

    private static void Set(int? value, Action<int> assign)
    {
        if (value is { } known)
        {
            assign(known);
        }
    }
}
