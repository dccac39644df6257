using System.Text.Json;
using System.Text.Json.Nodes;
using Engine.Tests.Protocol;
using Grpc.Core;

namespace Engine.Tests.Engine;

/// <summary>
/// Answers the program as the engine of the Pulumi CLI does (<c>pkg/resource/deploy/source_eval.go</c>), for a stack that has no
/// resources yet, and with providers that make nothing.
/// </summary>
internal sealed class EngineDouble
{
    private readonly Operation _operation;
    private readonly Cloud _cloud;
    private readonly ResourceTable _resources;
    private readonly TransformChain _transforms;
    private readonly ErrorHooks _errorHooks;
    private volatile bool _hasFailed;

    public EngineDouble(Scenario scenario, Operation operation, Cloud cloud)
    {
        (_operation, _cloud) = (operation, cloud);
        _resources = new(scenario);
        _transforms = new(Trace);
        _errorHooks = new(Trace);
        var lookUps = new LookUps(operation, cloud, Trace);
        Methods = new Dictionary<string, Func<JsonObject, Task<JsonObject>>>(StringComparer.Ordinal)
        {
            ["SupportsFeature"] = Answer("SupportsFeature", _ => new() { ["hasSupport"] = true }),
            ["RegisterResource"] = Answer("RegisterResource", RegisterAsync),
            ["RegisterResourceOutputs"] = Answer("RegisterResourceOutputs", _ => []),
            ["ReadResource"] = Answer("ReadResource", ReadAsync),
            ["Invoke"] = Answer("Invoke", lookUps.Answer),
            ["RegisterErrorHook"] = Answer("RegisterErrorHook", _errorHooks.Register),
            ["SignalAndWaitForShutdown"] = Answer("SignalAndWaitForShutdown", FinishAsync),
            ["Log"] = Answer("Log", _ => []),
        };
    }

    /// <summary>What the program calls, by the method's name.</summary>
    public IReadOnlyDictionary<string, Func<JsonObject, Task<JsonObject>>> Methods { get; }

    /// <summary>What happened so far.</summary>
    public EngineTrace Trace { get; } = new();

    private Func<JsonObject, Task<JsonObject>> Answer(string method, Func<JsonObject, JsonObject> answer) =>
        Answer(method, request => Task.FromResult(answer(request)));

    private Func<JsonObject, Task<JsonObject>> Answer(string method, Func<JsonObject, Task<JsonObject>> answer) =>
        request =>
        {
            Trace.Messages.Enqueue((method, request));
            return _hasFailed && method != "Log" ? throw ShutDown() : answer(request);
        };

    private async Task<JsonObject> RegisterAsync(JsonObject message)
    {
        var registered = await RegisterAsync(message.Deserialize<Registration>(Proto.Deep)!);
        var resource = registered.Request;
        if (_operation is Operation.Update && resource.Type == _cloud.FailedCreation)
        {
            await _errorHooks.CallAsync(registered, "create");
            throw Fail();
        }

        return new()
        {
            ["urn"] = registered.Urn,
            ["id"] = registered.Id,
            ["object"] =
                resource.Remote ? await ConstructAsync(registered)
                : resource.Custom ? _cloud.Outputs(resource, _operation)
                : [],
        };
    }

    /// <summary>Registers what the provider of a remote component does; returns the component's outputs.</summary>
    private async Task<JsonObject> ConstructAsync(Registered component)
    {
        var children = new JsonArray();
        foreach (var child in _cloud.Children(component.Request))
        {
            var registered = await RegisterAsync(child with { Parent = component.Urn });
            children.Add(SpecialValue.ToResource(registered.Urn, registered.Id));
        }

        return new() { ["resources"] = children };
    }

    private async Task<Registered> RegisterAsync(Registration sent)
    {
        var resource = await _transforms.ApplyAsync(_resources.Inherit(sent), _resources.Transforms(sent));
        var registered = _resources.Add(resource, Cloud.Id(resource, _operation));
        Trace.Resources.Enqueue(registered);
        return registered;
    }

    /// <summary>Deletes, as the engine does once everything is registered.</summary>
    private async Task<JsonObject> FinishAsync(JsonObject message)
    {
        foreach (var resource in Trace.Resources.Where(one => one.Request.Type == _cloud.FailedDeletion))
        {
            await _errorHooks.CallAsync(resource, "delete");
        }

        return [];
    }

    private async Task<JsonObject> ReadAsync(JsonObject message)
    {
        if (_cloud.Stack((string)message["id"]!) is not { } stack)
        {
            throw Fail(); // The engine itself reports what cannot be read.
        }

        var registered = await RegisterAsync(message.Deserialize<Registration>(Proto.Deep)! with { Custom = true });
        return new() { ["urn"] = registered.Urn, ["properties"] = stack };
    }

    private RpcException Fail()
    {
        _hasFailed = true;
        return ShutDown();
    }

    private static RpcException ShutDown() =>
        new(new(StatusCode.Unavailable, "resource monitor shut down while waiting on step's done channel"));
}
