using StackConfig.Reading;

namespace Infra.Tests.Validation.Rules;

public sealed class ContainerRulesTests
{
    [Theory]
    [InlineData("pathwaysTag: latest", "pathwaysTag: jax-0.5.3", "pathwaysTag")]
    [InlineData("jetStream: example.com/jetstream", "jetStream: example.com/jetstream:v1", "jetStream")]
    [InlineData(
        "jetStreamHttp: 'localhost:5000/http:nightly'",
        "jetStreamHttp: 'localhost:5000/http:v1'",
        "jetStreamHttp"
    )]
    [InlineData(
        "jetStream: 'localhost:5000/jetstream'",
        "jetStream: 'a/jetstream@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'",
        "jetStream"
    )]
    public void A_tag_that_moves_is_a_warning(string wrong, string right, string key)
    {
        RuleStack.Refuses(
            "UnpinnedImage",
            Images(wrong),
            $"servings[0].images.{key}",
            "the tag of one build",
            Severity.Warning
        );
        RuleStack.Accepts(Images(right));
    }

    [Theory]
    [InlineData("pathwaysTag: 'a b'", "pathwaysTag: jax-0.5.3-patch060625", "pathwaysTag", "jax-0.5.3")]
    [InlineData("pathwaysTag: ''", "pathwaysTag: _", "pathwaysTag", "a tag")]
    [InlineData("pathwaysProxy: 'a/proxy:v1'", "pathwaysProxy: a/proxy", "pathwaysProxy", "without a tag")]
    [InlineData(
        "pathwaysServer: 'a/server@sha256:0'",
        "pathwaysServer: 'localhost:5000/server'",
        "pathwaysServer",
        "without a tag"
    )]
    [InlineData("jetStream: 'a/Upper:v1'", "jetStream: 'a/lower:v1'", "jetStream", "an image, such as")]
    [InlineData("jetStream: 'Python:v1'", "jetStream: 'python:v1'", "jetStream", "an image, such as")]
    [InlineData("jetStream: '-x.y:99/a:v1'", "jetStream: 'x.y:99/a:v1'", "jetStream", "an image, such as")]
    [InlineData("jetStream: 'x.-y/a:v1'", "jetStream: 'X-1.y/a:v1'", "jetStream", "an image, such as")]
    [InlineData("jetStream: 'x:65536/a:v1'", "jetStream: 'x:65535/a:v1'", "jetStream", "an image, such as")]
    [InlineData("jetStream: 'x:0/a:v1'", "jetStream: 'x:1/a:v1'", "jetStream", "an image, such as")]
    [InlineData("jetStream: 'x/a___b:v1'", "jetStream: 'x/a__b-c.d--e:v1'", "jetStream", "an image, such as")]
    [InlineData("jetStream: 'host/A:v1'", "jetStream: 'Host/a:v1'", "jetStream", "an image, such as")]
    [InlineData("jetStreamHttp: ''", "jetStreamHttp: 'http:v1'", "jetStreamHttp", "an image, such as")]
    public void An_image_has_a_name_that_registries_accept(string wrong, string right, string key, string accepted)
    {
        RuleStack.Refuses("InvalidImageReference", Images(wrong), $"servings[0].images.{key}", accepted);
        RuleStack.Accepts(Images(right));
    }

    [Theory]
    [InlineData("pathwaysTag: jax-0.6.1", "pathwaysTag: jax-0.5.3")]
    [InlineData("pathwaysTag: 20261001-jax_0.10.2", "pathwaysTag: 20250401-jax_0.5.3")]
    [InlineData("pathwaysTag: jax-0.5.30", "pathwaysTag: jax-0.5.3-patch060625")]
    [InlineData("pathwaysTag: jax-0.6.1", "pathwaysTag: my-build")]
    [InlineData("pathwaysTag: jax-0.6.1", "pathwaysTag: jax-0.6.1, jetStream: 'example.com/jetstream:v9'")]
    public void A_tag_of_Pathways_for_another_JAX_than_that_of_the_JetStream_image_is_a_warning(
        string wrong,
        string right
    )
    {
        RuleStack.Refuses(
            "JaxVersionMismatch",
            Images(wrong),
            "servings[0].images.pathwaysTag",
            "Allowed without this warning: jax-0.5.3",
            Severity.Warning
        );
        RuleStack.Accepts(Images(right));
    }

    [Fact]
    public void The_image_of_a_smoke_test_obeys_the_same_rules()
    {
        const string key = "servings[0].smokeTest.image";

        RuleStack.Refuses("InvalidImageReference", SmokeTest("image: 'A B'"), key, "an image, such as");
        RuleStack.Refuses(
            "UnpinnedImage",
            SmokeTest("image: example.com/python"),
            key,
            "the tag of one build",
            Severity.Warning
        );
        RuleStack.Accepts(SmokeTest("image: 'example.com/python:v3'"));
        RuleStack.Accepts(SmokeTest("image: example.com/python, enabled: false"));
    }

    [Theory]
    [InlineData("''")]
    [InlineData("' '")]
    [InlineData("\"a\\0b\"")]
    public void A_prompt_must_not_be_empty(string prompt)
    {
        var problem = Assert.Single(StackText.Load(SmokeTest($"prompt: {prompt}")).Problems);

        Assert.Equal("servings[0].smokeTest.prompt", problem.Key);
        Assert.Contains("not blank", problem.Message, StringComparison.Ordinal);
        RuleStack.Accepts(SmokeTest("prompt: \"two\\nlines $(HOME)\""));
    }

    [Theory]
    [InlineData("periodSeconds: 86400, failureThreshold: 1000000", "periodSeconds: 60, failureThreshold: 1440")]
    [InlineData(
        "initialDelaySeconds: 1, periodSeconds: 60, failureThreshold: 1440",
        "initialDelaySeconds: 86340, periodSeconds: 60, failureThreshold: 1"
    )]
    public void A_deployment_waits_a_day_at_most_for_a_start(string wrong, string right)
    {
        string Startup(string settings, string more = "") =>
            RuleStack.Existing($"probes: {{ startup: {{ {settings} }} }}{more}");

        RuleStack.Refuses("StartupBudgetTooLong", Startup(wrong), "servings[0].probes.startup", "at most 86400 s");
        RuleStack.Refuses(
            "StartupBudgetTooLong",
            Startup(wrong, ", waitUntilReady: false"),
            "servings[0].probes.startup",
            "with smokeTest.enabled: false"
        );
        RuleStack.Accepts(Startup(wrong, ", waitUntilReady: false, smokeTest: { enabled: false }"));
        RuleStack.Accepts(Startup(right));
    }

    [Theory]
    [InlineData("requests: { cpu: many }", "requests: { cpu: 8 }", "requests.cpu", "500m")]
    [InlineData("requests: { memory: 32GB }", "requests: { memory: 32G }", "requests.memory", "32G")]
    [InlineData("limits: { memory: -1 }", "limits: { memory: 200Gi }", "limits.memory", "1.5Gi")]
    [InlineData(
        "limits: { google.com/tpu: 8 }",
        "limits: { ephemeral-storage: '1e10' }",
        "limits[\"google.com/tpu\"]",
        "cpu, memory"
    )]
    [InlineData("limits: { cpu: 15 }", "limits: { cpu: 16 }", "limits.cpu", "at least 16")]
    [InlineData("limits: { memory: 93Gi }", "limits: { memory: 94Gi }", "limits.memory", "at least 100G")]
    [InlineData(
        "requests: { cpu: 2 }, limits: { cpu: 1500m }",
        "requests: { cpu: 2 }, limits: { cpu: 2000m }",
        "limits.cpu",
        "at least 2"
    )]
    public void Resources_are_quantities_and_requests_stay_within_limits(
        string wrong,
        string right,
        string key,
        string accepted
    )
    {
        var place = $"servings[0].containers.pathwaysProxy.resources.{key}";

        RuleStack.Refuses("InvalidResourceQuantity", Proxy($"resources: {{ {wrong} }}"), place, accepted);
        RuleStack.Accepts(Proxy($"resources: {{ {right} }}"));
    }

    [Theory]
    [InlineData("CAP_SYS_PTRACE", "SYS_PTRACE")]
    [InlineData("net_admin", "NET_ADMIN")]
    [InlineData("''", "ALL")]
    public void Capabilities_must_exist_in_Linux(string wrong, string right)
    {
        const string place = "servings[0].containers.pathwaysProxy.capabilities[0]";

        RuleStack.Refuses("UnknownCapability", Proxy($"capabilities: [{wrong}]"), place, "SYS_PTRACE");
        RuleStack.Accepts(Proxy($"capabilities: [{right}]"));
    }

    [Theory]
    [InlineData("pathwaysProxy", "LWS_LEADER_ADDRESS")]
    [InlineData("worker", "TPU_WORKER_ID")]
    [InlineData("pathwaysRm", "HOST_ADDRESS")]
    public void Variables_that_Kubernetes_or_GKE_sets_must_not_be_set(string container, string variable)
    {
        var place = $"servings[0].containers.{container}.env[0].name";

        RuleStack.Refuses("ReservedEnvName", Env(container, $"name: {variable}, value: x"), place, "is reserved");
        RuleStack.Accepts(Env(container, "name: MINE, value: x"));
        RuleStack.Accepts(Env("jaxTpu", "name: HOST_ADDRESS, value: x"));
    }

    [Theory]
    [InlineData("JAX_PLATFORMS")]
    [InlineData("JAX_BACKEND_TARGET")]
    [InlineData("XCLOUD_ENVIRONMENT")]
    public void Variables_that_the_default_image_sets_must_not_be_set(string variable)
    {
        var setting = $"containers: {{ jaxTpu: {{ env: [ {{ name: {variable}, value: x }} ] }} }}";

        RuleStack.Refuses(
            "ReservedEnvName",
            RuleStack.Existing(setting),
            "servings[0].containers.jaxTpu.env[0].name",
            "is reserved"
        );
        RuleStack.Accepts(Env("worker", $"name: {variable}, value: x"));
        RuleStack.Accepts(RuleStack.Existing($"{setting}, images: {{ jetStream: 'example.com/jetstream:v9' }}"));
    }

    [Theory]
    [InlineData("name: A", "name: A, value: ''", "", "value (a string) or secret")]
    [InlineData("name: A, value: x, secret: token", "name: A, secret: token", "", "value (a string) or secret")]
    [InlineData("name: A, secret: nothing", "name: A, secret: token", ".secret", "token")]
    public void A_variable_has_one_source(string wrong, string right, string key, string accepted)
    {
        const string top = "token: { secure: \"v1:abc:def\" }";
        var place = $"servings[0].containers.jaxTpu.env[0]{key}";

        RuleStack.Refuses("InvalidEnvSource", Env("jaxTpu", wrong, top), place, accepted);
        RuleStack.Accepts(Env("jaxTpu", right, top));
    }

    [Fact]
    public void A_variable_must_not_be_set_twice() =>
        RuleStack.Refuses(
            "DuplicateEnv",
            Env("worker", "name: A, value: x }, { name: A, value: z"),
            "servings[0].containers.worker.env[1].name",
            "set twice"
        );

    [Theory]
    [InlineData("maxText: { flags: [ load_parameters_path: x ] }", "maxText.flags", "derived from checkpoint")]
    [InlineData(
        "containers: { pathwaysRm: { flags: [ instance_type: x ] } }",
        "containers.pathwaysRm.flags",
        "derived from other settings"
    )]
    [InlineData(
        "containers: { pathwaysProxy: { flags: [ server_port: 1 ] } }",
        "containers.pathwaysProxy.flags",
        "derived from other settings"
    )]
    [InlineData(
        "containers: { worker: { flags: [ gcs_scratch_location: x ] } }",
        "containers.worker.flags",
        "derived from other settings"
    )]
    public void Flags_that_follow_from_other_settings_are_not_set(string wrong, string key, string reason)
    {
        RuleStack.Refuses("DerivedFlagSet", RuleStack.Existing(wrong), $"servings[0].{key}", reason);
        RuleStack.Accepts(RuleStack.Existing("containers: { worker: { flags: [ xla_tpu_dot_dot_fusion: true ] } }"));
    }

    [Theory]
    [InlineData("jaxTpu")]
    [InlineData("jetstreamHttp")]
    public void Flags_of_a_container_that_takes_none_are_refused(string container) =>
        RuleStack.Refuses(
            "UnsupportedFlags",
            RuleStack.Existing($"containers: {{ {container}: {{ flags: [ a: 1 ] }} }}"),
            $"servings[0].containers.{container}.flags",
            "takes no flags"
        );

    private static string SmokeTest(string settings) => RuleStack.Existing($"smokeTest: {{ {settings} }}");

    private static string Images(string images) => RuleStack.Existing($"images: {{ {images} }}");

    private static string Proxy(string settings) =>
        RuleStack.Existing($"containers: {{ pathwaysProxy: {{ {settings} }} }}");

    private static string Env(string container, string variable, string top = "") =>
        RuleStack.Existing($"containers: {{ {container}: {{ env: [ {{ {variable} }} ] }} }}", top);
}
