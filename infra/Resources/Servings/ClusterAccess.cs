using Infra.Model;
using Infra.Model.Platform;

namespace Infra.Resources.Servings;

/// <summary>The command by which a person gets to a stack's cluster before the commands about a serving.</summary>
public static class ClusterAccess
{
    /// <summary>The output of a stack whose cluster Google Cloud knows, with its project.</summary>
    private const string FromOutput = "eval \"$(pulumi stack output getCredentials)\"";

    /// <summary>The command for the cluster of a stack.</summary>
    public static string Of(Blueprint blueprint) =>
        blueprint.Platform is not null || blueprint.Existing.Stack is not null ? FromOutput : Of(blueprint.Existing);

    private static string Of(ExistingClusterSettings existing) =>
        existing switch
        {
            { Name: not null, Project: not null } => FromOutput,
            { Name: { } name } => $"gcloud container clusters get-credentials {name} --location {existing.Location}",
            { Context: { } context } => $"kubectl config use-context {context}",
            _ => "kubectl config current-context",
        };
}
