using Infra.Configuration.Reading;
using Infra.Model.Servings;

namespace Infra.Validation.MaxText;

/// <summary>The server is the one for the slices: interleaved on one, disaggregated on two of the size in its name.</summary>
/// <remarks>
/// Sources: <c>get_server_config</c> in MaxText's <c>maxengine_config.py</c>, which knows no other names; <c>get_engines</c> in JetStream,
/// which takes the chips of a slice from the number at the end and refuses any other count of devices. In another image the server may
/// have another name.
/// </remarks>
public sealed class ServerSuitsSlices : ServingRule
{
    private const string Server = "inference_server";
    private const string Interleaved = "MaxtextInterleavedServer";
    private const string Disaggregated = "ExperimentalMaxtextDisaggregatedServer_";

    private static readonly string[] Known = [Interleaved, Disaggregated + "8", Disaggregated + "16"];

    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        var server = serving.MaxText.Text(Server);
        var suits = Known.Contains(server) ? server == ServerOf(serving.Serving) : !serving.Serving.HasDefaultJetStream;
        if (!suits)
        {
            report
                .AtFlag(serving, Server)
                .Error(
                    "",
                    $"{Server} {KeyPath.Shown(server)} does not serve {Slices(serving.Serving)}; accepted: {Accepted(serving.Serving)}"
                );
        }
        else if (serving.Serving.IsDisaggregated && serving.MaxText.Truth("inference_benchmark_test") is false)
        {
            WarnOfMesh(serving, report);
        }
    }

    private static string? ServerOf(Serving serving) =>
        serving.Slices switch
        {
            1 => Interleaved,
            2 => Array.Find(Known, server => server == $"{Disaggregated}{serving.Slice.Devices}"),
            _ => null,
        };

    private static string Slices(Serving serving) =>
        $"{serving.Slices} {(serving.Slices == 1 ? "slice" : "slices")} of {serving.Slice.Chips} chips";

    private static string Accepted(Serving serving) =>
        ServerOf(serving) ?? "two slices of 8 or of 16 chips, or an image with a server of its own (images.jetStream)";

    /// <summary>Without that flag, MaxText divides the devices of each engine by the number of slices once more.</summary>
    private static void WarnOfMesh(CheckedServing serving, Report report) =>
        report
            .AtFlag(serving, "inference_benchmark_test")
            .Warn(
                "",
                "inference_benchmark_test is false, and MaxText then looks for all slices in each; accepted with more than one slice: true"
            );
}
