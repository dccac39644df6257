using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Configuration;
using Infra.Model.Memory;

namespace Infra.Tests.Configuration.Schema;

/// <summary>What an editor accepts and refuses by the schema is what the program accepts and refuses.</summary>
public sealed class SchemaAgreementTests : IDisposable
{
    private const string Serving = "servings: [ { name: a, preset: llama3.1-8b, checkpoint: gs://mine/model, ";

    private const string Plain =
        "servings: [ { name: a, preset: gemma2-27b, checkpoint: gs://mine/model, scratch: gs://temporary/tmp, ";

    private const string Place = "project: my-project\nregion: us-east5\nzone: us-east5-b\n";

    private readonly SchemaVsBinder _judgment = new();

    [Theory]
    [InlineData("environment: prod")]
    [InlineData("environment:")]
    [InlineData(Place + "cluster: { managed: {} }")]
    [InlineData(Place + "cluster:")]
    [InlineData("cluster: { existing: {} }")]
    [InlineData("cluster: { existing: { context: 7 } }")]
    [InlineData(
        Place + "cluster: { managed: { minVersion: 1.33, labels: { team: 7 }, authorizedNetworks: [ 10.0.0.0/8 ] } }"
    )]
    [InlineData("network: { existing: { network: a, subnetwork: b, podRange: c, serviceRange: d } }")]
    [InlineData("leaderWorkerSet: { version: v0.10.0 }")]
    [InlineData(Serving + "topology: 4x4, slices: 64, deployed: false } ]")]
    [InlineData(
        Serving + "nodeSelector: { a: null, b: c }, containers: { worker: { resources: { limits: { cpu: 4 } } } } } ]"
    )]
    [InlineData(Serving + "maxText: { flags: [ a: 1, b=2, c: null, d: true, model_name: any ] } } ]")]
    [InlineData(
        Serving + "containers: { jaxTpu: { env: [ { name: A, secret: token } ], capabilities: [ SYS_PTRACE ] } } } ]"
    )]
    [InlineData("token: { secure: v1:abc }")]
    [InlineData("gcp:project: anything\nother:settings: [ 1, { a: b } ]")]
    [InlineData("jetstream-pathways:config:environment: dev")]
    public async Task Valid_files_are_accepted_by_both(string settings) =>
        await AssertBothAsync(settings, accept: true);

    [Theory]
    [InlineData("environment: staging")]
    [InlineData("enviroment: dev")]
    [InlineData("project: My-Project")]
    [InlineData("project: { secure: v1:abc }")]
    [InlineData("zone: us-east5")]
    [InlineData("cluster: existing")]
    [InlineData("cluster: { existing: { contxt: a } }")]
    [InlineData("cluster: { managed: { minVersion: 2.0.0, systemPool: { minNodes: 0 } } }")]
    [InlineData("network: { existing: { network: a } }")]
    [InlineData("leaderWorkerSet: { version: v9.9.9 }")]
    [InlineData("servings: { name: a }")]
    [InlineData("servings: [ { topology: 4x4 } ]")]
    [InlineData("servings: [ { name: } ]")]
    [InlineData("servings: [ null ]")]
    [InlineData(Serving + "topology: 3x3 } ]")]
    [InlineData(Serving + "capacity: { kind: OnDemand } } ]")]
    [InlineData(Serving + "slices: 65 } ]")]
    [InlineData(Serving + "slices: 1.5 } ]")]
    [InlineData(Serving + "deployed: maybe } ]")]
    [InlineData("servings: [ { name: a, preset: llama3.1-8b, checkpoint: /mnt/model } ]")]
    [InlineData(Serving + "nodeSelector: [ a ] } ]")]
    [InlineData(Serving + "nodeSelector: { a: [ b ] } } ]")]
    [InlineData(Serving + "maxText: { flags: { a: 1 } } } ]")]
    [InlineData(Serving + "maxText: { flags: [ a ] } } ]")]
    [InlineData(Serving + "maxText: { flags: [ { a: 1, b: 2 } ] } } ]")]
    [InlineData(Serving + "maxText: { flags: [ --a: 1 ] } } ]")]
    [InlineData(Serving + "maxText: { flags: [ model_name: [ a ] ] } } ]")]
    [InlineData(Serving + "containers: { jaxTpu: { env: [ { value: a } ] } } } ]")]
    [InlineData("token: plain")]
    [InlineData("token: { secure: v1:abc, more: 1 }")]
    public async Task Invalid_files_are_refused_by_both(string settings) =>
        await AssertBothAsync(settings, accept: false);

    [Theory]
    [InlineData("settings: {}\n")]
    [InlineData("config: [ 1 ]\n")]
    public async Task A_stack_file_of_a_wrong_shape_is_refused_by_both(string stackFile)
    {
        Assert.False(await SchemaVsBinder.SchemaAcceptsAsync(stackFile));
        Assert.False(_judgment.BinderAccepts(stackFile));
    }

    [Theory]
    [InlineData(Serving + "slices: \"2\" } ]")]
    [InlineData(Serving + "deployed: \"true\" } ]")]
    [InlineData("servings: '[ { \"name\": \"a\" } ]'")]
    [InlineData("environment: ''")]
    public async Task The_schema_also_refuses_discouraged_notation(string settings)
    {
        var stackFile = SchemaVsBinder.StackFile(settings);

        Assert.False(await SchemaVsBinder.SchemaAcceptsAsync(stackFile));
        Assert.True(_judgment.BinderAccepts(stackFile));
    }

    [Theory]
    [InlineData("cluster: { managed: {} }")]
    [InlineData("cluster: { managed: {} }\nproject: my-project\nregion: us-east5")]
    [InlineData("servings: [ { name: a, topology: 2x2 } ]")]
    [InlineData("servings: [ { name: a, checkpoint: gs://mine/model, scratch: gs://temporary/tmp } ]")]
    [InlineData(
        "servings: [ { name: a, topology: 2x2, checkpoint: gs://mine/model, scratch: gs://tmp/a, batch: { input: gs://mine/p.jsonl } } ]"
    )]
    [InlineData(Plain + "maxText: { flags: [ per_device_batch_size: many ] } } ]")]
    [InlineData(Plain + "maxText: { flags: [ max_target_length: 10.5 ] } } ]")]
    [InlineData(Plain + "maxText: { flags: [ vocab_size: true ] } } ]")]
    [InlineData(Plain + "maxText: { flags: [ scan_layers: 1 ] } } ]")]
    [InlineData(Plain + "maxText: { flags: [ fused_mlp: sometimes ] } } ]")]
    [InlineData(Plain + "maxText: { flags: [ quantization: int3 ] } } ]")]
    [InlineData(Plain + "maxText: { flags: [ load_parameters_path: gs://mine/model ] } } ]")]
    public async Task Values_that_rules_forbid_are_refused_by_both(string settings)
    {
        var stackFile = SchemaVsBinder.StackFile(settings);

        Assert.False(await SchemaVsBinder.SchemaAcceptsAsync(stackFile));
        Assert.False(_judgment.ProgramAccepts(stackFile));
    }

    [Theory]
    [InlineData(Plain + "maxText: { flags: [ per_device_batch_size: 2, scan_layers: true, vocab_size: null ] } } ]")]
    [InlineData(
        Plain + "maxText: { flags: [ sa_block_q: 512, decode_sampling_temperature: 0.5, quantization: null ] } } ]"
    )]
    [InlineData(Plain + "batch: { input: gs://mine/p.jsonl, output: gs://mine/o/, serviceAccount: reader } } ]")]
    public async Task Values_that_rules_allow_are_accepted_by_both(string settings)
    {
        var stackFile = SchemaVsBinder.StackFile(settings);

        Assert.True(await SchemaVsBinder.SchemaAcceptsAsync(stackFile));
        Assert.True(_judgment.ProgramAccepts(stackFile));
    }

    [Theory]
    [InlineData("environment:\n  - team/models\n")]
    [InlineData("config:\n  jetstream-pathways:environment: dev\nenvironment:\n  - team/models\n")]
    public async Task Keys_that_an_ESC_environment_may_set_are_not_required(string stackFile) =>
        Assert.True(await SchemaVsBinder.SchemaAcceptsAsync(stackFile));

    [Theory]
    [InlineData("jetstream-pathway:servings", true)]
    [InlineData("jetstream_pathways:servings", true)]
    [InlineData("jetstraem-pathways:servings", true)]
    [InlineData("jetstream-pathwayss:config:servings", true)]
    [InlineData("jetstream-pathways:servings", false)]
    [InlineData("gcp:project", false)]
    public void A_misspelled_prefix_is_marked(string key, bool isMarked)
    {
        var schema = JsonNode.Parse(StackSettingsSchema.Create().ToJson())!;
        var patterns = schema["properties"]!["config"]!["patternProperties"]!.AsObject();

        var marks = patterns.Where(pattern => pattern.Value!["deprecationMessage"] is not null);
        Assert.Equal(
            isMarked,
            marks.Any(mark => Regex.IsMatch(key, mark.Key, RegexOptions.None, TimeSpan.FromMinutes(1)))
        );
    }

    [Fact]
    public void Editors_offer_only_models_of_the_default_image()
    {
        var schema = JsonNode.Parse(StackSettingsSchema.Create().ToJson())!;
        var flags = schema["definitions"]!["servings"]!["items"]!["properties"]!["maxText"]!["properties"]!["flags"]!;
        var models = flags["items"]!["properties"]!["model_name"]!["anyOf"]![0]!["enum"]!.AsArray();

        Assert.Equal(KnownModels.InDefaultImage, models.Select(model => (string)model!));
    }

    public void Dispose() => _judgment.Dispose();

    private async Task AssertBothAsync(string settings, bool accept)
    {
        var stackFile = SchemaVsBinder.StackFile(settings);

        Assert.Equal(accept, await SchemaVsBinder.SchemaAcceptsAsync(stackFile));
        Assert.Equal(accept, _judgment.BinderAccepts(stackFile));
    }
}
