namespace Infra.Commands;

/// <summary>Exit codes, as the Pulumi CLI has them.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>A failure that is not caused by the settings.</summary>
    public const int Failure = 1;

    /// <summary>The command line or the settings cannot be used.</summary>
    public const int Usage = 2;

    /// <summary>There are changes although none were expected.</summary>
    public const int ChangesFound = 7;

    /// <summary>Interrupted, as shells report it.</summary>
    public const int Interrupted = 130;
}
