using Infra.Model;

namespace Infra.Resources.BatchJobs;

/// <summary>The program that sends a file of prompts to a serving: one C# file that <c>dotnet run</c> compiles.</summary>
internal static class BatchClient
{
    /// <summary>The file's name.</summary>
    public const string File = "batch-client.cs";

    /// <summary>The file's content.</summary>
    public static string Source { get; } = EmbeddedText.Read(File);
}
