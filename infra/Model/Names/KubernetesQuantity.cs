using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Model.Names;

/// <summary>An amount as Kubernetes writes it: <c>8</c>, <c>500m</c>, <c>32G</c>, <c>1.5Gi</c>.</summary>
/// <remarks>Source: Kubernetes' <c>resource.Quantity</c>; amounts below zero are left out, for no container can ask for one.</remarks>
public sealed partial record KubernetesQuantity
{
    /// <summary>What is accepted.</summary>
    public const string Accepted = "a Kubernetes quantity, such as 8, 500m, 32G or 1.5Gi";

    private const string Decimal = "num kMGTPE";
    private const string Binary = "KMGTPE";

    private KubernetesQuantity(string text, double amount) => (Text, Value) = (text, amount);

    /// <summary>The amount as it was written.</summary>
    public string Text { get; }

    /// <summary>The amount in the resource's own unit: processors, bytes.</summary>
    public double Value { get; }

    /// <summary>Reads an amount; false for what Kubernetes would not take as one, and for one below zero.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out KubernetesQuantity? quantity)
    {
        var match = Pattern().Match(text);
        quantity = match.Success ? new(text, Number(match) * Factor(match.Groups["suffix"].Value)) : null;
        return quantity is not null;
    }

    /// <inheritdoc />
    public override string ToString() => Text;

    private static double Number(Match match) =>
        double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);

    private static double Factor(string suffix) =>
        suffix switch
        {
            "" => 1,
            [var unit, 'i'] => Math.Pow(1024, Binary.IndexOf(unit) + 1),
            [var unit] => Math.Pow(1000, Decimal.IndexOf(unit) - Decimal.IndexOf(' ')),
            _ => Math.Pow(10, int.Parse(suffix[1..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)),
        };

    [GeneratedRegex(
        @"\A\+?(?<number>[0-9]{1,18}(\.[0-9]{0,9})?|\.[0-9]{1,9})(?<suffix>[KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]{1,2})?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Pattern();
}
