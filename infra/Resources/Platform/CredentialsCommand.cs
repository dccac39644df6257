using Infra.Model;
using Pulumi;

namespace Infra.Resources.Platform;

/// <summary>The command that adds a stack's cluster to the kubeconfig or selects it.</summary>
internal static class CredentialsCommand
{
    /// <summary>The option for a cluster whose DNS endpoint is to be used.</summary>
    public const string DnsEndpoint = " --dns-endpoint";

    /// <summary>For a stack whose output contains the command; an update sets it also if a serving fails.</summary>
    private const string FromStackOutput = "eval \"$(pulumi stack output getCredentials)\"";

    /// <summary>Creates the command for a cluster.</summary>
    /// <param name="cluster">Its address. Without a project, gcloud uses its default project, as the provider does.</param>
    /// <param name="options">Further options, each after a space.</param>
    public static Output<string> Create(ClusterAddress cluster, Input<string> options)
    {
        var project = cluster.Project is { } id ? Output.Format($" --project {id}") : Output.Create("");
        return Output.Format(
            $"gcloud container clusters get-credentials {cluster.Name} --location {cluster.Location}{project}{options}"
        );
    }

    /// <summary>Returns the command for the cluster of a deployed stack.</summary>
    public static string Create(StackModel stack) =>
        stack switch
        {
            { Platform: not null } or { Existing.Stack: not null } or { Existing.Name: not null } => FromStackOutput,
            { Existing.Context: { } context } => $"kubectl config use-context {context}",
            _ => "kubectl config current-context",
        };
}
