using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Infra.Model.Names;

/// <summary>A reservation, or a block of one: its name, or its path if another project owns it.</summary>
/// <remarks>Source: the documentation of GKE on consuming reserved zonal resources; XPK and Cluster Toolkit accept the same.</remarks>
public sealed partial record ReservationName
{
    /// <summary>What is accepted.</summary>
    public const string Accepted =
        "NAME, or projects/OWNER/reservations/NAME for a reservation of another project, optionally followed by /reservationBlocks/BLOCK";

    private const string Name = "[a-z]([a-z0-9-]{0,61}[a-z0-9])?";

    private ReservationName(string text) => Text = text;

    /// <summary>The reservation as GKE expects it.</summary>
    public string Text { get; }

    /// <summary>Reads a reservation; false when it has another form.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ReservationName? name) =>
        (name = Pattern().IsMatch(text) ? new ReservationName(text) : null) is not null;

    /// <inheritdoc />
    public override string ToString() => Text;

    [GeneratedRegex(
        @"\A(projects/("
            + ProjectId.Pattern
            + @"|[0-9]{1,19})/reservations/)?"
            + Name
            + "(/reservationBlocks/"
            + Name
            + "(/reservationSubBlocks/"
            + Name
            + @")?)?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Pattern();
}
