namespace Infra.Reports;

/// <summary>What a comment shows besides the diff. All of it is shown as code.</summary>
public sealed record CommentContext
{
    /// <summary>The name of the base, such as a commit. Default: not shown.</summary>
    public string? Base { get; init; }

    /// <summary>The name of the head, such as a commit. Default: not shown.</summary>
    public string? Head { get; init; }

    /// <summary>Notes on the comparison, such as why there is no base. At most a few.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Warnings and notes of the settings, each of one or more lines.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];
}
