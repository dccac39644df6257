using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Infra.Model.Names;

/// <summary>The name of an environment variable, as every shell accepts it.</summary>
public sealed partial record EnvName
{
    /// <summary>What is accepted.</summary>
    public const string Accepted = "letters, digits and underscores, not starting with a digit";

    private EnvName(string text) => Text = text;

    /// <summary>The name.</summary>
    public string Text { get; }

    /// <summary>Reads a name; false when it is not one.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out EnvName? name) =>
        (name = Pattern().IsMatch(text) ? new EnvName(text) : null) is not null;

    /// <inheritdoc />
    public override string ToString() => Text;

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Pattern();
}
