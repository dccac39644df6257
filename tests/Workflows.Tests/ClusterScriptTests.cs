namespace Workflows.Tests;

/// <summary>How <c>make test-cluster</c> prepares its cluster; the tools are replaced by scripts.</summary>
public sealed class ClusterScriptTests : IDisposable
{
    private static readonly string[] Tools =
    [
        "pulumi",
        "pulumi-language-dotnet",
        "docker",
        "kind",
        "kubectl",
        "dotnet",
    ];

    private readonly Sandbox _sandbox = new();

    public ClusterScriptTests()
    {
        foreach (
            var file in (string[])
                [".ci/test-cluster", "tests/Cluster.Tests/kind.yaml", "tests/Cluster.Tests/batch.Dockerfile"]
        )
        {
            _sandbox.Copy(file);
        }

        foreach (var tool in Tools)
        {
            _sandbox.Replace(tool, $"echo \"{tool} $*\" >>\"$LOG\"");
        }

        _sandbox.Replace(
            "kubectl",
            """
            echo "kubectl $*" >>"$LOG"
            case "$*" in
              *'{.metadata.labels'*) echo 4 ;;
              *'--selector !'*) echo worker worker2 ;;
              *'--selector '*) echo worker3 worker4 ;;
            esac
            """
        );
        _sandbox.Replace(
            "kind",
            """
            case "$*" in
              'get clusters') echo "${CLUSTERS:-}" ;;
              'get nodes'*) echo worker3 ;;
              *) echo "kind $*" >>"$LOG" && touch "$KUBECONFIG" ;;
            esac
            """
        );
        _sandbox.Set("LOG", _sandbox.At("log"));
        _sandbox.Set("PulumiSdk", "nuget");
        _sandbox.Set("CI", "");
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Each_host_gets_its_chips_and_the_taint_before_the_images_and_the_tests()
    {
        var result = await RunAsync();

        Assert.True(result.ExitCode == 0, result.Output);
        var calls = Calls().Select(call => string.Join(' ', call.Split(' ').Take(5)));
        Assert.Equal(
            [
                "kind create cluster --config tests/Cluster.Tests/kind.yaml",
                "kubectl wait --for create node/worker3",
                "kubectl wait --for condition=Ready node/worker3",
                "kubectl patch node worker3 --subresource",
                "kubectl taint node worker3 google.com/tpu=present:NoSchedule",
                "kubectl patch node worker4 --subresource",
                "kubectl taint node worker4 google.com/tpu=present:NoSchedule",
                "dotnet publish tests/Cluster.Servers --target:PublishContainer --configuration",
                "docker build --quiet --provenance=false --tag",
                "kind load docker-image localhost/cluster-servers:jax-0.5.3 --name",
                "kind load docker-image localhost/cluster-batch:local --name",
                "dotnet build tests/Engine.Tests --configuration Release",
                "dotnet test tests/Engine.Tests --no-build --configuration",
                "kind delete cluster --name jetstream-pathways-test",
            ],
            calls.Where(call => !call.StartsWith("kubectl get", StringComparison.Ordinal))
        );
        Assert.Contains(
            Calls(),
            call => call.EndsWith("""{"status":{"capacity":{"google.com/tpu":"4"}}}""", StringComparison.Ordinal)
        );
        Assert.Contains(
            Calls(),
            call => call.EndsWith("--nodes worker3,worker4,worker,worker2", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_cluster_is_deleted_after_a_failed_test_whose_pods_and_events_are_shown()
    {
        _sandbox.Replace("dotnet", "echo \"dotnet $*\" >>\"$LOG\"; [ \"$1\" != test ]");

        var result = await RunAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            ["kubectl get pods", "kubectl get events", "kind export logs", "kind delete cluster"],
            Calls()[^4..].Select(call => string.Join(' ', call.Split(' ').Take(3)))
        );
    }

    [Fact]
    public async Task An_existing_cluster_of_the_same_name_is_neither_used_nor_deleted()
    {
        _sandbox.Set("CLUSTERS", "jetstream-pathways-test");

        var result = await RunAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("exists already", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_sandbox.At("log")));
    }

    [Theory]
    [InlineData("offline", "the official Pulumi packages", "", 0)]
    [InlineData("nuget", "kind on the PATH", "", 0)]
    [InlineData("nuget", "kind on the PATH", "true", 1)]
    public async Task Missing_prerequisites_are_reported_in_one_line_and_fail_in_CI(
        string packages,
        string missing,
        string ci,
        int exitCode
    )
    {
        _sandbox.Set("PulumiSdk", packages);
        _sandbox.Set("CI", ci);
        File.Delete(_sandbox.At("bin", "kind"));

        // Only what the script itself uses, so that a tool of this machine is not found.
        var result = await RunAsync("mkdir own && ln -s \"$(command -v dirname)\" own && PATH=$PWD/../bin:$PWD/own");

        Assert.Equal(exitCode, result.ExitCode);
        Assert.StartsWith(
            $"Skipped: the test with a cluster. It needs {missing}",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Single(result.Output.TrimEnd().Split('\n'));
        Assert.False(File.Exists(_sandbox.At("log")));
    }

    private Task<CommandResult> RunAsync(string before = "true") =>
        _sandbox.BashAsync($"{before}; \"$BASH\" .ci/test-cluster Release");

    private string[] Calls() => File.ReadAllLines(_sandbox.At("log"));
}
