using System.Collections.Immutable;

namespace Pulumi;

public delegate Task<bool> ErrorHookCallback(ErrorHookArgs args, CancellationToken cancellationToken = default);

/// <summary>There is no engine whose operations can fail, so the callback is never called.</summary>
public class ErrorHook
{
    /// <summary>The official package registers the hook with the current deployment, and throws if there is none.</summary>
    public ErrorHook(string name, ErrorHookCallback callback)
    {
        _ = Deployment.Instance;
        (Name, Callback) = (name, callback);
    }

    public string Name { get; }

    public ErrorHookCallback Callback { get; }
}

public class ErrorHookArgs(
    string urn,
    string id,
    string name,
    string type,
    ImmutableDictionary<string, object?>? newInputs = null,
    ImmutableDictionary<string, object?>? oldInputs = null,
    ImmutableDictionary<string, object?>? oldOutputs = null,
    string failedOperation = "",
    IReadOnlyList<string>? errors = null
)
{
    public string Urn { get; } = urn;

    public string Id { get; } = id;

    public string Name { get; } = name;

    public string Type { get; } = type;

    public ImmutableDictionary<string, object?>? NewInputs { get; } = newInputs;

    public ImmutableDictionary<string, object?>? OldInputs { get; } = oldInputs;

    public ImmutableDictionary<string, object?>? OldOutputs { get; } = oldOutputs;

    public string FailedOperation { get; } = failedOperation;

    public IReadOnlyList<string> Errors { get; } = errors ?? [];
}

public class ResourceHookBinding
{
    public List<ErrorHook> OnError
    {
        get => field ??= [];
        set;
    }

    public ResourceHookBinding Concat(ResourceHookBinding other) => new() { OnError = [.. OnError, .. other.OnError] };
}
