using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Infra.Model.Names;

/// <summary>A notification channel of Cloud Monitoring. Source: the reference of its API, <c>projects.notificationChannels</c>.</summary>
public sealed partial record NotificationChannelName
{
    /// <summary>What is accepted.</summary>
    public const string Accepted =
        "the name of a notification channel, projects/PROJECT/notificationChannels/NUMBER, as listed by gcloud beta monitoring channels list";

    private NotificationChannelName(string text) => Text = text;

    /// <summary>The name.</summary>
    public string Text { get; }

    /// <summary>Reads a name; false when it has another form.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out NotificationChannelName? name) =>
        (name = Pattern().IsMatch(text) ? new NotificationChannelName(text) : null) is not null;

    /// <inheritdoc />
    public override string ToString() => Text;

    [GeneratedRegex(
        @"\Aprojects/(" + ProjectId.Pattern + @"|[0-9]{1,19})/notificationChannels/[0-9]{1,20}\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Pattern();
}
