namespace Infra.Commands;

/// <summary>How the program ends, as the Pulumi CLI does.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>Something failed that is no fault of the settings.</summary>
    public const int Failure = 1;

    /// <summary>The command line or the settings cannot be used.</summary>
    public const int Usage = 2;

    /// <summary>There are changes although none were expected.</summary>
    public const int ChangesFound = 7;

    /// <summary>Interrupted, as shells report it.</summary>
    public const int Interrupted = 130;
}
