namespace Infra.Model.Names;

/// <summary>The name of a LeaderWorkerSet, whose pods and their labels have longer names.</summary>
/// <remarks>Source: the troubleshooting page of LWS: no webhook refuses a longer name; the workers just never appear.</remarks>
public static class LeaderWorkerSetName
{
    /// <summary>The maximum length for fewer than ten replicas.</summary>
    public const int MaxLength = 51;

    /// <summary>What is accepted.</summary>
    public const string Accepted =
        "at most 51 lower-case letters, digits and dashes, starting with a letter and not ending with a dash";

    /// <summary>The pattern of a whole name.</summary>
    public const string Pattern = "[a-z][a-z0-9-]{0,50}(?<!-)";
}
