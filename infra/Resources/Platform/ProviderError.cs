namespace Infra.Resources.Platform;

/// <summary>The error of a provider that a look-up failed with.</summary>
/// <param name="Kind">The kind of error.</param>
/// <param name="Cause">The first line of the provider's message.</param>
internal sealed record ProviderError(ProviderErrorKind Kind, string Cause)
{
    /// <summary>The text before the provider's message in the SDK's exception.</summary>
    private const string DetailPrefix = "Detail=\"";

    /// <summary>Parses the exception of a look-up.</summary>
    public static ProviderError From(Exception failure)
    {
        var cause = GetFirstLine(RemovePrefixes(GetStatusDetail(failure.Message)));
        return new(GetKind(cause), cause);
    }

    private static ProviderErrorKind GetKind(string cause) =>
        ContainsAny(cause, "Error 403", ", forbidden", "PERMISSION_DENIED") ? ProviderErrorKind.Forbidden
        : ContainsAny(cause, "Error 404", "not found", "NOT_FOUND", "unknown stack") ? ProviderErrorKind.NotFound
        : ProviderErrorKind.Other;

    private static bool ContainsAny(string text, params string[] words) =>
        Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the detail of a gRPC status: <c>Status(StatusCode="Unknown", Detail="…")</c>.</summary>
    private static string GetStatusDetail(string message)
    {
        var start = message.IndexOf(DetailPrefix, StringComparison.Ordinal);
        if (!message.StartsWith("Status(", StringComparison.Ordinal) || start < 0)
        {
            return message;
        }

        var detail = message[(start + DetailPrefix.Length)..];
        var exception = detail.IndexOf("\", DebugException=", StringComparison.Ordinal);
        return exception >= 0 ? detail[..exception]
            : detail.EndsWith("\")", StringComparison.Ordinal) ? detail[..^2]
            : detail;
    }

    /// <summary>Removes the prefixes of the engine, of the Terraform bridge and of its list of errors.</summary>
    private static string RemovePrefixes(string message)
    {
        var answer = TextAfter(message, " returned an error: ");
        var words = answer.StartsWith("invoking ", StringComparison.Ordinal) ? TextAfter(answer, ": ") : answer;
        return TextAfter(TextAfter(words, " error occurred:"), " errors occurred:");
    }

    private static string TextAfter(string text, string preamble) =>
        text.IndexOf(preamble, StringComparison.Ordinal) is var at and >= 0 ? text[(at + preamble.Length)..] : text;

    private static string GetFirstLine(string message)
    {
        var lines = message.Split('\n').Select(line => line.Trim(' ', '\t', '\r', '*'));
        return lines.FirstOrDefault(line => line.Length > 0) ?? "The provider gave no reason.";
    }
}

/// <summary>The kinds of errors with advice of their own.</summary>
internal enum ProviderErrorKind
{
    /// <summary>Any other error.</summary>
    Other,

    /// <summary>The deploying identity lacks a permission (403).</summary>
    Forbidden,

    /// <summary>The object does not exist (404).</summary>
    NotFound,
}
