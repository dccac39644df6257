namespace Infra.Reports;

/// <summary>What a reviewer must know that is not in the diff itself. All of it is shown as code.</summary>
public sealed record CommentContext
{
    /// <summary>The name of what is compared with, such as a commit. Default: it is not named.</summary>
    public string? Base { get; init; }

    /// <summary>The name of what is evaluated, such as a commit. Default: it is not named.</summary>
    public string? Head { get; init; }

    /// <summary>Remarks about the comparison, such as why there is nothing to compare with. At most a few.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Warnings and notes of the settings, each of one or more lines.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];
}
