using Infra.Model.Tpu;

namespace Infra.Tests.Validation.Rules;

/// <summary>A host holds a worker and the leader.</summary>
public sealed class HostRulesTests
{
    private const string Rule = "HostTooSmall";

    [Theory]
    [InlineData("ct6e-standard-1t", 43.82, 432.2)]
    [InlineData("ct6e-standard-4t", 179.48, 698.7)]
    [InlineData("ct6e-standard-8t", 179.48, 1404.3)]
    public void The_capacity_of_a_host_excludes_what_GKE_reserves(string name, double cpu, double memoryGib)
    {
        Assert.True(MachineType.TryParse(name, out var machineType));

        Assert.Equal(cpu, HostCapacity.GetCpu(machineType), 2);
        Assert.Equal(memoryGib, HostCapacity.GetMemory(machineType) / (1024 * 1024 * 1024), 1);
    }

    [Theory]
    [InlineData(
        "jaxTpu",
        "requests: { cpu: 156 }",
        "requests: { cpu: 155 }",
        "requests.cpu",
        "is 156 vCPUs, more than is available on a host: a ct6e-standard-4t has 179.48 vCPUs for pods, and the other containers of the leader and a worker request "
            + "24 vCPUs. Allowed: at most 155.48 vCPUs"
    )]
    [InlineData(
        "worker",
        "requests: { memory: 600Gi }",
        "requests: { memory: 570Gi }",
        "requests.memory",
        "at most 575.8"
    )]
    [InlineData("worker", "limits: { memory: 600Gi }", "limits: { memory: 570Gi }", "limits.memory", "at most 575.8")]
    [InlineData(
        "worker",
        "requests: { cpu: 1 }, limits: { cpu: 160 }",
        "requests: { cpu: 1 }, limits: { cpu: 155 }",
        "limits.cpu",
        "at most 155.48"
    )]
    [InlineData("jetstreamHttp", "requests: { cpu: 1P }", "requests: { cpu: 100 }", "requests.cpu", "at most 155.48")]
    public void The_containers_of_the_leader_and_a_worker_fit_a_host(
        string container,
        string wrong,
        string right,
        string key,
        string message
    )
    {
        RuleStack.Refuses(
            Rule,
            Stack("4x4", container, wrong),
            $"servings[0].containers.{container}.resources.{key}",
            message
        );
        RuleStack.Accepts(Stack("4x4", container, right));
    }

    [Fact]
    public void Requests_must_fit_a_smaller_host()
    {
        const string requests = "requests: { cpu: 40 }";

        RuleStack.Refuses(
            Rule,
            Stack("1x1", "jaxTpu", requests),
            "servings[0].containers.jaxTpu.resources.requests.cpu",
            "at most 19.82 vCPUs"
        );
        RuleStack.Accepts(Stack("2x2", "jaxTpu", requests));
    }

    private static string Stack(string topology, string container, string resources) =>
        RuleStack.Existing($"topology: {topology}, containers: {{ {container}: {{ resources: {{ {resources} }} }} }}");
}
