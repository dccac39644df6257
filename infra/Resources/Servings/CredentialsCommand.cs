using Infra.Model;
using Infra.Model.Platform;

namespace Infra.Resources.Servings;

/// <summary>The command by which a person gets to a stack's cluster before the commands about a serving.</summary>
public static class CredentialsCommand
{
    /// <summary>The output of a stack whose cluster Google Cloud knows, with its project.</summary>
    private const string FromStackOutput = "eval \"$(pulumi stack output getCredentials)\"";

    /// <summary>The command for the cluster of a stack.</summary>
    public static string For(Blueprint blueprint) =>
        blueprint.Platform is not null || blueprint.Existing.Stack is not null
            ? FromStackOutput
            : For(blueprint.Existing);

    private static string For(ExistingClusterSettings existing) =>
        existing switch
        {
            { Name: not null, Project: not null } => FromStackOutput,
            { Name: { } name } => $"gcloud container clusters get-credentials {name} --location {existing.Location}",
            { Context: { } context } => $"kubectl config use-context {context}",
            _ => "kubectl config current-context",
        };
}
