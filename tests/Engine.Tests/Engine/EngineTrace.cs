using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Engine.Tests.Protocol;

namespace Engine.Tests.Engine;

/// <summary>What happened between program and engine.</summary>
internal sealed class EngineTrace
{
    /// <summary>Every message of the program, with the name of its method.</summary>
    public ConcurrentQueue<(string Method, JsonObject Message)> Messages { get; } = [];

    /// <summary>The resources, as they were registered.</summary>
    public ConcurrentQueue<Registered> Resources { get; } = [];

    /// <summary>What transforms made of the children of remote components.</summary>
    public ConcurrentQueue<Transformed> Transforms { get; } = [];

    /// <summary>What error hooks answered.</summary>
    public ConcurrentQueue<HookAnswer> Hooks { get; } = [];

    /// <summary>Whether the program said that it has registered everything.</summary>
    public bool IsComplete => Messages.Any(one => one.Method == "SignalAndWaitForShutdown");

    /// <summary>The messages of one method.</summary>
    public IEnumerable<JsonObject> GetMessages(string method) =>
        Messages.Where(one => one.Method == method).Select(one => one.Message);

    /// <summary>The texts that were logged with a severity.</summary>
    public IReadOnlyList<string> Logged(string severity) =>
        [
            .. GetMessages("Log")
                .Where(log => (string?)log["severity"] == severity)
                .Select(log => (string)log["message"]!),
        ];
}

/// <summary>A resource as the engine took it.</summary>
/// <param name="Urn">Its URN.</param>
/// <param name="Id">Its identifier; empty in a preview, and of a component.</param>
/// <param name="Request">What the program, or the provider of a remote component, sent.</param>
/// <param name="UnknownReferences">The references to what the engine did not know at that time.</param>
internal sealed record Registered(
    string Urn,
    string Id,
    Registration Request,
    IReadOnlyList<Reference> UnknownReferences
);

/// <summary>What a transform answered.</summary>
internal sealed record Transformed(Registration Resource, JsonObject Answer);

/// <summary>What an error hook answered.</summary>
/// <param name="Answer">Its <c>ErrorHookResponse</c>.</param>
/// <param name="Errors">The errors that had reached the engine by then.</param>
internal sealed record HookAnswer(JsonObject Answer, IReadOnlyList<string> Errors);
