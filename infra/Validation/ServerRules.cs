using System.Collections.Immutable;
using Infra.Model.Servings;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>The inference server: interleaved on one slice, disaggregated on two of the size in its name.</summary>
/// <remarks>
/// Sources: <c>get_server_config</c> in MaxText's <c>maxengine_config.py</c>, which knows no other names; <c>get_engines</c> in JetStream,
/// which takes the devices of a slice from the number at the end and refuses any other count. Another image may have other servers.
/// </remarks>
internal static class ServerRules
{
    private const string Flag = "inference_server";
    private const string Interleaved = "MaxtextInterleavedServer";
    private const string Disaggregated = "ExperimentalMaxtextDisaggregatedServer_";

    private static readonly string[] Known = [Interleaved, Disaggregated + "8", Disaggregated + "16"];

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Rule.ForFlag(
            "InferenceServerMismatch",
            Severity.Error,
            Flag,
            one =>
                Matches(one)
                    ? null
                    : $"{Flag} {KeyPath.Shown(one.MaxText.GetString(Flag))}{Hint(one)} does not support {Slices(one.Serving)}. Allowed: {Allowed(one.Serving)}"
        ),
        Rule.ForFlag(
            "InferenceServerMismatch",
            Severity.Warning,
            "inference_benchmark_test",
            one =>
                Matches(one) && one.Serving.IsDisaggregated && one.MaxText.GetBool("inference_benchmark_test") is false
                    ? "inference_benchmark_test is false, so MaxText divides the devices of each engine by the number of slices a second time. Allowed "
                        + "without this warning: true"
                    : null
        ),
    ];

    private static bool Matches(ServingContext one)
    {
        var server = one.MaxText.GetString(Flag);
        return Known.Contains(server) ? server == GetServer(one.Serving) : !one.Serving.HasDefaultJetStream;
    }

    private static string? GetServer(Serving serving) =>
        serving.Slices switch
        {
            1 => Interleaved,
            2 => Array.Find(Known, server => server == $"{Disaggregated}{serving.Slice.Devices}"),
            _ => null,
        };

    private static string Hint(ServingContext one) =>
        one.MaxText.Flags.Find(Flag) is null ? ", MaxText's default," : "";

    private static string Slices(Serving serving) =>
        $"{serving.Slices} {(serving.Slices == 1 ? "slice" : "slices")} of {serving.Slice.Devices} devices";

    private static string Allowed(Serving serving) =>
        GetServer(serving)
        ?? "one slice, two slices of 8 or 16 devices, or an image with another server (images.jetStream)";
}
