using Infra.Model.Servings;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Resources.Servings;

/// <summary>The containers that run the model: JetStream with MaxText, and the HTTP front.</summary>
internal sealed class ModelContainers(ContainerParts parts, Serving serving)
{
    /// <summary>JetStream with MaxText.</summary>
    public ContainerArgs Server()
    {
        var own = serving.Containers.JaxTpu;
        var container = parts.Container(ContainerName.JaxTpu, serving.Images.JetStream, Port.JetStream, own);
        container.Args =
            (List<Input<string>>)
                [serving.MaxText.Config, .. serving.MaxTextFlags.Texts.Select(flag => (Input<string>)flag)];
        if (serving.Monitoring.MetricsPort is { } metrics)
        {
            container.Ports.Add(new ContainerPortArgs { Name = Port.Metrics, ContainerPortValue = metrics });
        }

        container.StartupProbe = Probe(serving.Probes.Startup);
        container.LivenessProbe = Probe(serving.Probes.Liveness);
        container.ReadinessProbe = Probe(serving.Probes.Readiness);
        return container;
    }

    /// <summary>The HTTP front, which passes prompts on to JetStream's gRPC port.</summary>
    public ContainerArgs Http() =>
        parts.Container(
            ContainerName.JetStreamHttp,
            serving.Images.JetStreamHttp,
            Port.Http,
            serving.Containers.JetstreamHttp
        );

    /// <summary>Asks the HTTP front, which asks JetStream: only then is the model there.</summary>
    private static ProbeArgs Probe(ProbeSettings settings)
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
