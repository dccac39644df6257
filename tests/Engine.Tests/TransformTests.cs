using System.Text.Json.Nodes;
using Engine.Tests.Engine;

namespace Engine.Tests;

/// <summary>What the program makes of the objects of the LeaderWorkerSet release, which only the engine sees.</summary>
public sealed class TransformTests
{
    [Theory]
    [InlineData(Operation.Preview)]
    [InlineData(Operation.Update)]
    public async Task A_retired_image_is_replaced_and_the_engine_waits_for_the_webhooks(Operation operation)
    {
        var children = await ChildrenAsync(operation);

        var containers = children["Deployment"]["spec"]!["template"]!["spec"]!["containers"]!;
        Assert.Equal("registry.k8s.io/kubebuilder/kube-rbac-proxy:v0.15.0", (string)containers[0]!["image"]!);
        Assert.Equal("registry.k8s.io/lws/lws:v0.4.2", (string)containers[1]!["image"]!);
        var annotations = children["ValidatingWebhookConfiguration"]["metadata"]!["annotations"]!;
        Assert.StartsWith("jsonpath=", (string)annotations["pulumi.com/waitFor"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Operation.Preview)]
    [InlineData(Operation.Update)]
    public async Task Arguments_without_a_setting_stay_unset(Operation operation)
    {
        var run = await ProgramRun.GetSharedAsync("dev", operation);

        Assert.NotEmpty(run.Trace.Transforms);
        Assert.All(
            run.Trace.Transforms,
            one =>
            {
                var options = one.Answer["options"]?.AsObject() ?? [];
                Assert.DoesNotContain("deleteBeforeReplace", options);
                Assert.DoesNotContain("protect", options);
                Assert.DoesNotContain("retainOnDelete", options);
            }
        );
    }

    private static async Task<Dictionary<string, JsonObject>> ChildrenAsync(Operation operation)
    {
        var run = await ProgramRun.GetSharedAsync("dev", operation);
        var component = Assert.Single(run.Trace.Resources, one => one.Request.Remote);
        return run
            .Trace.Resources.Where(one => one.Request.Parent == component.Urn)
            .ToDictionary(one => one.Request.Type.Split(':')[^1], one => one.Request.Object);
    }
}
