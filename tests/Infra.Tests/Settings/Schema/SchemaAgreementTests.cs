namespace Infra.Tests.Settings.Schema;

/// <summary>What an editor accepts and refuses by the schema is what the program accepts and refuses.</summary>
public sealed class SchemaAgreementTests : IDisposable
{
    private const string Serving = "servings: [ { name: a, ";

    private readonly SchemaVsBinder _judgement = new();

    [Theory]
    [InlineData("environment: prod")]
    [InlineData("environment:")]
    [InlineData("project: my-project\nregion: us-east5\nzone: us-east5-b")]
    [InlineData("cluster: { existing: {} }")]
    [InlineData("cluster: { existing: { context: 7 } }")]
    [InlineData("cluster: { managed: { minVersion: 1.33, labels: { team: 7 }, authorizedNetworks: [ 10.0.0.0/8 ] } }")]
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
    public async Task What_is_right_is_accepted_by_both(string settings) =>
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
    [InlineData(Serving + "checkpoint: /mnt/model } ]")]
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
    public async Task What_is_wrong_is_refused_by_both(string settings) =>
        await AssertBothAsync(settings, accept: false);

    [Theory]
    [InlineData("settings: {}\n")]
    [InlineData("config: [ 1 ]\n")]
    public async Task A_stack_file_of_another_form_is_refused_by_both(string stackFile)
    {
        Assert.False(await SchemaVsBinder.SchemaAcceptsAsync(stackFile));
        Assert.False(_judgement.BinderAccepts(stackFile));
    }

    [Theory]
    [InlineData(Serving + "slices: \"2\" } ]")]
    [InlineData(Serving + "deployed: \"true\" } ]")]
    [InlineData("servings: '[ { \"name\": \"a\" } ]'")]
    [InlineData("environment: ''")]
    public async Task The_schema_alone_refuses_what_is_better_written_otherwise(string settings)
    {
        var stackFile = SchemaVsBinder.StackFile(settings);

        Assert.False(await SchemaVsBinder.SchemaAcceptsAsync(stackFile));
        Assert.True(_judgement.BinderAccepts(stackFile));
    }

    public void Dispose() => _judgement.Dispose();

    private async Task AssertBothAsync(string settings, bool accept)
    {
        var stackFile = SchemaVsBinder.StackFile(settings);

        Assert.Equal(accept, await SchemaVsBinder.SchemaAcceptsAsync(stackFile));
        Assert.Equal(accept, _judgement.BinderAccepts(stackFile));
    }
}
