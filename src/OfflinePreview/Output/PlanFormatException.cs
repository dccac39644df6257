namespace OfflinePreview.Output;

/// <summary>A text is not a plan that this program can read; the message says where and why.</summary>
public sealed class PlanFormatException : Exception
{
    /// <summary>Makes the exception.</summary>
    public PlanFormatException(string message, Exception? cause = null)
        : base(message, cause) { }
}
