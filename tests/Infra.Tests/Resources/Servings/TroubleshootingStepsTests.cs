using Infra.Model.Servings;
using Infra.Resources.Platform;
using Infra.Resources.Servings;
using Infra.Tests.Resources.Platform;
using StackConfig.Reading;

namespace Infra.Tests.Resources.Servings;

public sealed class TroubleshootingStepsTests
{
    private const string Access = "kubectl config use-context mine";

    [Fact]
    public void The_steps_go_from_the_pods_to_the_HTTP_server_with_the_names_of_the_serving()
    {
        var commands = TroubleshootingSteps
            .GetSteps(Serving("namespace: models"))
            .Select(step => step.Command)
            .ToList();

        Assert.Equal(
            [
                "kubectl --namespace models logs --selector jetstream-pathways/smoke-test=a --tail -1",
                "kubectl --namespace models get pods --selector leaderworkerset.sigs.k8s.io/name=a --output wide",
                "kubectl --namespace models describe pod a-0",
                "kubectl --namespace models get events --sort-by .lastTimestamp",
                "kubectl --namespace models logs a-0 --container jax-tpu (--previous after a restart)",
                "kubectl --namespace models logs a-0 --container pathways-rm, then pathways-proxy, then a-0-1",
                "kubectl --namespace models logs a-0 --container jetstream-http",
            ],
            commands
        );
    }

    [Fact]
    public void Without_a_smoke_test_and_a_namespace_neither_is_named()
    {
        var text = TroubleshootingSteps.Create(Serving("smokeTest: { enabled: false }"), Access);

        Assert.DoesNotContain("smoke", text, StringComparison.Ordinal);
        Assert.DoesNotContain("--namespace", text, StringComparison.Ordinal);
        Assert.Contains($"\n  1. {Access}\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  2. kubectl get pods --selector", text, StringComparison.Ordinal);
        Assert.Contains("\n  7. kubectl logs a-0 --container jetstream-http", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("managed: {}", "eval \"$(pulumi stack output getCredentials)\"")]
    [InlineData(
        "existing: { name: c, location: us-east5, project: shop-project }",
        "eval \"$(pulumi stack output getCredentials)\""
    )]
    [InlineData("existing: { name: c, location: us-east5 }", "eval \"$(pulumi stack output getCredentials)\"")]
    [InlineData("existing: { stack: me/shop/base }", "eval \"$(pulumi stack output getCredentials)\"")]
    [InlineData("existing: { context: mine }", "kubectl config use-context mine")]
    [InlineData("existing: {}", "kubectl config current-context")]
    public void The_context_is_selected_by_an_output_only_if_the_stack_exports_it(string cluster, string command)
    {
        var place = cluster.StartsWith("managed", StringComparison.Ordinal)
            ? "project: my-project\nregion: us-east5\nzone: us-east5-b\n"
            : "";
        var config =
            $"{place}cluster: {{ {cluster} }}\nservings:\n{ManagedStack.Serving("a", "scratch: gs://mine/tmp")}";

        Assert.Equal(command, CredentialsCommand.Create(StackText.Load(config, Severity.Warning).StackModel!));
    }

    private static Serving Serving(string settings) =>
        Assert.Single(StackText.Load(ManagedStack.Stack(ManagedStack.Serving("a", settings))).StackModel!.Servings);
}
