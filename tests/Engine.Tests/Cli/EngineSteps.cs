using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Engine.Tests.Cli;

/// <summary>Reads the steps of the engine from its event log.</summary>
internal static class EngineSteps
{
    private const string RemoteComponent = "kubernetes:yaml/v2:ConfigFile$";

    /// <summary>The steps that change something, written as the scenarios of the diff write them, sorted.</summary>
    public static IEnumerable<string> Read(CliRun run)
    {
        var steps = run
            .EventLog.Select(line => JsonNode.Parse(line)!["resourcePreEvent"]?["metadata"])
            .OfType<JsonObject>()
            .GroupBy(step => (string)step["urn"]!, step => (string)step["op"]!, StringComparer.Ordinal)
            .Select(group => (Urn: group.Key, Operation: Operation([.. group])))
            .Where(step => step.Operation is not null)
            .ToLookup(step => step.Urn.Contains(RemoteComponent, StringComparison.Ordinal));
        return steps[false]
            .Select(step => $"{step.Operation} {TypeOf(step.Urn)} {NameOf(step.Urn)}")
            .Concat(
                steps[true]
                    .CountBy(step => (step.Operation, Component: NameOf(step.Urn).Split(':')[0]))
                    .Select(group => $"{group.Key.Operation} {group.Value} below {group.Key.Component}")
            )
            .Order(StringComparer.Ordinal);
    }

    // A resource is deleted too if it was deleted for its replacement, and then nothing replaced it.
    private static string? Operation(ImmutableArray<string> operations) =>
        operations.Contains("remove-pending-replace", StringComparer.Ordinal)
            ? "delete"
            : operations.Select(Operation).Distinct(StringComparer.Ordinal).Single();

    private static string? Operation(string operation) =>
        operation switch
        {
            "create" or "update" or "delete" => operation,
            "replace" or "create-replacement" or "delete-replaced" => "replace",
            "same" => null,
            _ => throw new InvalidOperationException($"The engine reports a step {operation}, which no test expects."),
        };

    // urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME
    private static string TypeOf(string urn) => urn.Split("::", 4)[2].Split('$')[^1];

    private static string NameOf(string urn) => urn.Split("::", 4)[3];
}
