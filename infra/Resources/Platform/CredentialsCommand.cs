using Infra.Model;
using Infra.Model.Platform;

namespace Infra.Resources.Servings;

/// <summary>The command that adds a stack's cluster to the kubeconfig or selects it.</summary>
public static class CredentialsCommand
{
    /// <summary>For a stack whose output contains the command.</summary>
    private const string FromStackOutput = "eval \"$(pulumi stack output getCredentials)\"";

    /// <summary>Returns the command for a stack's cluster.</summary>
    public static string Create(StackModel stack) =>
        stack.Platform is not null || stack.Existing.Stack is not null ? FromStackOutput : Create(stack.Existing);

    private static string Create(ExistingClusterSettings existing) =>
        existing switch
        {
            { Name: not null, Project: not null } => FromStackOutput,
            { Name: { } name } => $"gcloud container clusters get-credentials {name} --location {existing.Location}",
            { Context: { } context } => $"kubectl config use-context {context}",
            _ => "kubectl config current-context",
        };
}
