using System.Collections;
using System.Collections.Immutable;

namespace OfflinePreview.Recording;

/// <summary>Removes the environment variables that the SDKs read, and restores them when disposed.</summary>
/// <remarks>
/// The argument classes of the official packages fill themselves from the environment: <c>gcp</c> from <c>GOOGLE_PROJECT</c>,
/// <c>GOOGLE_CLOUD_PROJECT</c>, <c>GOOGLE_REGION</c>, <c>GOOGLE_ZONE</c> and their <c>GCLOUD_*</c> and <c>CLOUDSDK_*</c> variants,
/// <c>kubernetes</c> from <c>KUBECONFIG</c> and <c>PULUMI_K8S_*</c>, the core from other <c>PULUMI_*</c>. All variables with one
/// of these prefixes are removed, so that new ones are too. The exit code, which the SDK sets when a program fails, is restored.
/// </remarks>
internal sealed class IsolatedEnvironment : IDisposable
{
    private static readonly ImmutableArray<string> Prefixes =
    [
        "CLOUDSDK_",
        "GCLOUD_",
        "GOOGLE_",
        "KUBECONFIG",
        "PULUMI_",
    ];

    private readonly int _exitCode = Environment.ExitCode;
    private readonly Dictionary<string, string?> _taken = new(StringComparer.Ordinal);

    /// <summary>Removes the variables.</summary>
    public IsolatedEnvironment()
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable.Key is string name && IsReadBySdks(name))
            {
                _taken.Add(name, (string?)variable.Value);
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var (name, value) in _taken)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        Environment.ExitCode = _exitCode;
    }

    private static bool IsReadBySdks(string name) =>
        Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
