namespace OfflinePreview.Recording;

/// <summary>The stack's program cannot be recorded; the message says why and carries no stack trace.</summary>
public sealed class RecordingException(string message) : Exception(message);
