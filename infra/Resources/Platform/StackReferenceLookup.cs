using System.Collections.Immutable;
using Pulumi;

namespace Infra.Resources.Platform;

/// <summary>Reads the outputs of another stack before a <see cref="StackReference" /> to it is created.</summary>
/// <remarks>The engine's own error for a stack that it cannot read does not name the setting.</remarks>
internal static class StackReferenceLookup
{
    /// <summary>The function of the engine that stack references use. Source: pkg/resource/deploy/builtins.go in pulumi/pulumi.</summary>
    private const string Function = "pulumi:pulumi:readStackOutputs";

    /// <summary>Requires that a stack exists and has outputs of type string.</summary>
    /// <exception cref="RunException">The stack does not exist, cannot be read or lacks one of the outputs.</exception>
    public static async Task RequireOutputsAsync(string stack, IReadOnlyList<string> names)
    {
        // Null if the result is unknown, as offline.
        var outputs = await ReadAsync(stack);
        var missing = names.Where(name => outputs?.GetValueOrDefault(name) is not string).ToList();
        if (outputs is not null && missing.Count > 0)
        {
            throw new RunException(
                $"cluster.existing.stack: stack {stack} has no output {string.Join(", ", missing)}. It must be a stack of this program, "
                    + "deployed with `pulumi up`, with `cluster.managed`, or with `cluster.existing.name` and `project`."
            );
        }
    }

    private static async Task<ImmutableDictionary<string, object>?> ReadAsync(string stack)
    {
        try
        {
            var answer = await Deployment.Instance.InvokeAsync<ImmutableDictionary<string, object>?>(
                Function,
                new ReadArgs { Name = stack }
            );
            return answer?.GetValueOrDefault("outputs") as ImmutableDictionary<string, object>;
        }
        catch (Exception failure)
        {
            throw new RunException(
                $"cluster.existing.stack: stack {stack} cannot be read. Check its name (ORGANIZATION/PROJECT/STACK; the organization of a "
                    + $"self-managed backend is \"organization\") and your access to it. Cause: {ProviderError.From(failure).Cause}",
                failure
            );
        }
    }

    private sealed class ReadArgs : InvokeArgs
    {
        [Input("name", required: true)]
        public string Name { get; init; } = "";
    }
}
