using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Experimental.Provider;
using Pulumi.Utilities;
using Inputs = System.Collections.Immutable.ImmutableDictionary<string, Pulumi.Experimental.PropertyValue>;

namespace Engine.Providers;

/// <summary>
/// A provider of Google Cloud or Kubernetes that creates nothing: outputs are the inputs, and what <c>cloud.json</c> computes; an update
/// replaces what <c>force-new.yaml</c> says.
/// </summary>
/// <remarks>Not modeled: defaults of servers, admission webhooks, readiness, drift, reading and importing.</remarks>
internal sealed class ProviderDouble : Provider
{
    private static readonly JsonObject LookUps = EmbeddedData.Read("cloud.json")["lookUps"]!.AsObject();

    private string? _project;

    public override Task<CheckResponse> CheckConfig(CheckRequest request, CancellationToken ct) => Check(request, ct);

    public override Task<DiffResponse> DiffConfig(DiffRequest request, CancellationToken ct) => Diff(request, ct);

    public override Task<ConfigureResponse> Configure(ConfigureRequest request, CancellationToken ct)
    {
        _project = Values.TextAt(request.Args, "project");
        return Task.FromResult(new ConfigureResponse { AcceptSecrets = true, SupportsPreview = true });
    }

    public override Task<CheckResponse> Check(CheckRequest request, CancellationToken ct) =>
        Task.FromResult(new CheckResponse { Inputs = request.NewInputs });

    public override Task<DiffResponse> Diff(DiffRequest request, CancellationToken ct)
    {
        var rule = new ReplacementRule(request.Type);
        var old = WithProject(request.OldInputs, rule, Values.TextAt(request.OldOutputs, "project"));
        var now = WithProject(request.NewInputs, rule, _project);
        var changes = ChangedPath
            .Between(old, now)
            .ToDictionary(change => change.Text, change => (change.Kind, Replaces: rule.Replaces(change, old, now)));
        var replaces = changes.Where(change => change.Value.Replaces).Select(change => change.Key).ToList();
        return Task.FromResult(
            new DiffResponse
            {
                Changes = changes.Count > 0,
                Replaces = replaces,
                DeleteBeforeReplace = replaces.Count > 0 && rule.DeletesFirst(old, now),
                Diffs = [.. changes.Keys],
                DetailedDiff = changes.ToDictionary(
                    change => change.Key,
                    change => new PropertyDiff
                    {
                        Kind = change.Value.Kind + (change.Value.Replaces ? 1 : 0),
                        InputDiff = true,
                    }
                ),
            }
        );
    }

    public override Task<CreateResponse> Create(CreateRequest request, CancellationToken ct)
    {
        if (!request.Preview)
        {
            Faults.Throw("create", request.Type);
        }

        return Task.FromResult(
            new CreateResponse
            {
                Id = request.Preview ? null : GetId(request),
                Outputs = GetOutputs(request.Type, request.Inputs, Inputs.Empty, request.Preview),
            }
        );
    }

    public override Task<UpdateResponse> Update(UpdateRequest request, CancellationToken ct) =>
        Task.FromResult(
            new UpdateResponse
            {
                Outputs = GetOutputs(request.Type, request.NewInputs, request.OldOutputs, request.Preview),
            }
        );

    public override Task Delete(DeleteRequest request, CancellationToken ct)
    {
        Faults.Throw("delete", request.Type);
        return Task.CompletedTask;
    }

    public override Task<InvokeResponse> Invoke(InvokeRequest request, CancellationToken ct)
    {
        var answer =
            Faults.LookUp(request.Tok)
            ?? LookUps[request.Tok]
            ?? throw new InvalidOperationException($"cloud.json has no answer to {request.Tok}.");
        return Task.FromResult(
            new InvokeResponse
            {
                Return = answer
                    .AsObject()
                    .ToDictionary(entry => entry.Key, entry => Values.FromJson(entry.Value), StringComparer.Ordinal),
            }
        );
    }

    public override async Task<ConstructResponse> Construct(ConstructRequest request, CancellationToken ct)
    {
        var file = Values.TextAt(request.Inputs, "file")!;
        var component = new ReleaseComponent(request.Type, request.Name, file, request.Options);
        var urn = await OutputUtilities.GetValueAsync(component.Urn);
        return new(new Urn(urn), Inputs.Empty, ImmutableDictionary<string, ISet<Urn>>.Empty);
    }

    private Inputs GetOutputs(string type, Inputs inputs, Inputs old, bool preview) =>
        new ComputedOutputs(type, preview).Add(WithProject(inputs, new(type), _project), old);

    private static Inputs WithProject(Inputs inputs, ReplacementRule rule, string? project) =>
        rule.HasProjectOfProvider && project is not null && !inputs.ContainsKey("project")
            ? inputs.Add("project", new(project))
            : inputs;

    private static string GetId(CreateRequest request)
    {
        var name = new ReplacementRule(request.Type).Name is { } path ? Values.TextAt(request.Inputs, path) : null;
        var place = Values.TextAt(request.Inputs, "metadata.namespace") is { } given ? $"{given}/" : "";
        return $"{place}{name ?? request.Name}";
    }
}
