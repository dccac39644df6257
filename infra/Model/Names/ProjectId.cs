using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Infra.Model.Names;

/// <summary>The id of a Google Cloud project, also of a domain-scoped one: <c>example.com:project</c>. Source: the naming rules of Resource Manager.</summary>
public sealed partial record ProjectId
{
    /// <summary>What is accepted.</summary>
    public const string Accepted =
        "a Google Cloud project ID: 6 to 30 lower-case letters, digits and dashes, starting with a letter and not ending with a dash, after a domain and a colon "
        + "if it is domain-scoped";

    /// <summary>The pattern of a project id.</summary>
    public const string Pattern =
        @"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+:)?[a-z][a-z0-9-]{5,29}(?<!-)";

    private ProjectId(string text) => Text = text;

    /// <summary>The id.</summary>
    public string Text { get; }

    /// <summary>Reads an id; false when Google would refuse it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ProjectId? id) =>
        (id = Whole().IsMatch(text) ? new ProjectId(text) : null) is not null;

    /// <inheritdoc />
    public override string ToString() => Text;

    [GeneratedRegex(@"\A" + Pattern + @"\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Whole();
}
