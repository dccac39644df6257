namespace OfflinePreview.Recording;

/// <summary>Extracts the message from the SDK's report of a failed program.</summary>
internal static class FailureMessage
{
    private const string Preamble = "failed with an unhandled exception:";

    /// <summary>The messages of <paramref name="failure"/> without preamble and stack trace, each once.</summary>
    public static string Get(Exception failure)
    {
        var messages = failure is AggregateException several
            ? several.Flatten().InnerExceptions.Select(inner => inner.Message)
            : [failure.Message];
        return string.Join('\n', messages.Select(Sentence).Distinct(StringComparer.Ordinal));
    }

    private static string Sentence(string message)
    {
        var preamble = message.IndexOf(Preamble, StringComparison.Ordinal);
        var lines = (preamble < 0 ? message : message[(preamble + Preamble.Length)..]).Trim().Split('\n');
        return string.Join('\n', lines.TakeWhile(line => !line.StartsWith("   at ", StringComparison.Ordinal)));
    }
}
