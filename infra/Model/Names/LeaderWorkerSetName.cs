namespace Infra.Model.Names;

/// <summary>The name of a LeaderWorkerSet, whose pods and their labels have longer names.</summary>
/// <remarks>With many replicas the limit is lower: the names of the last replica's pods are longer.</remarks>
public static class LeaderWorkerSetName
{
    /// <summary>What is accepted.</summary>
    public const string Accepted =
        "at most 50 lower-case letters, digits and dashes, starting with a letter and not ending with a dash";

    /// <summary>The pattern of a whole name.</summary>
    public const string Pattern = "[a-z][a-z0-9-]{0,49}(?<!-)";
}
