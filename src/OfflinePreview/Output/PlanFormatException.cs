namespace OfflinePreview.Output;

/// <summary>A document is not a plan that this program can read; the message says where and why.</summary>
public sealed class PlanFormatException : Exception
{
    /// <summary>Creates the exception.</summary>
    public PlanFormatException(string message, Exception? cause = null)
        : base(message, cause) { }
}
