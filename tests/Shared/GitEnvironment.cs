using System.Diagnostics;

namespace Tests.Shared;

/// <summary>Runs git without the configuration of the user, and outside of a hook that runs the tests.</summary>
internal static class GitEnvironment
{
    /// <summary>Removes what git would read from a process's environment.</summary>
    public static void Isolate(ProcessStartInfo start)
    {
        foreach (
            var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList()
        )
        {
            start.Environment.Remove(name);
        }

        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
    }
}
