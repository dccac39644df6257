using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using OfflinePreview.Graph;
using Pulumi;

namespace OfflinePreview.Recording;

/// <summary>Creates marked strings that represent unknown and secret values of one recorded run, and recognizes them.</summary>
/// <remarks>
/// A marker is enclosed in the noncharacters U+FDD0 and U+FDD1, which no real string contains. It is <c>secret</c> and the name of
/// a setting, or <c>resource.property</c> and, after U+FDD2, the length of the resource's name. Only secrets and resources that the same
/// instance knows are recognized; the same characters in a string of the user are plain characters.
/// </remarks>
public sealed class UnknownValues
{
    private const char Open = '\uFDD0';
    private const char Close = '\uFDD1';
    private const char Length = '\uFDD2';

    private readonly ConcurrentDictionary<string, StringSegment.Secret> _secrets = new(StringComparer.Ordinal);

    // Most markers are never used, so only their owners are kept.
    private readonly ConcurrentDictionary<string, bool> _owners = new(StringComparer.Ordinal);

    /// <summary>A secret output with a marker for the secret setting <paramref name="name"/>.</summary>
    public Output<string> Secret(string name) => Secret(name, null);

    /// <summary>A secret output with a marker for the secret setting <paramref name="name"/>.</summary>
    /// <param name="name">The setting's key.</param>
    /// <param name="ciphertext">Its value in the stack file; a plan keeps a digest, which shows that the setting may have changed.</param>
    public Output<string> Secret(string name, string? ciphertext)
    {
        var text = $"secret {name}";
        _secrets[text] = StringSegment.Secret.FromCiphertext(ciphertext);
        return Pulumi.Output.CreateSecret($"{Open}{text}{Close}");
    }

    /// <summary>The factory of markers for the properties of the resource <paramref name="owner"/>.</summary>
    internal Func<string, string> CreateFactory(string owner)
    {
        _owners.TryAdd(owner, true);
        var end = $"{Length}{owner.Length}{Close}";
        return path => $"{Open}{owner}.{path}{end}";
    }

    /// <summary>Splits a string at its markers.</summary>
    internal ParsedString Parse(string text)
    {
        if (!text.Contains(Open))
        {
            return new ParsedString(PlanString.Known(text), []);
        }

        var parts = ImmutableArray.CreateBuilder<StringSegment>();
        var owners = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        while (Next(text, start) is var (from, to, found))
        {
            parts.Add(new StringSegment.Literal(text[start..from]));
            parts.Add(found.Part);
            if (found.Owner is not null)
            {
                owners.Add(found.Owner);
            }

            start = to;
        }

        parts.Add(new StringSegment.Literal(text[start..]));
        return new ParsedString(PlanString.FromSegments(parts), owners.ToImmutable());
    }

    /// <summary>Whether <paramref name="text"/> contains a fragment of a marker.</summary>
    internal static bool IsDamaged(string text) => text.AsSpan().ContainsAny(Open, Close, Length);

    private (int From, int To, MarkedValue Found)? Next(string text, int start)
    {
        for (var from = text.IndexOf(Open, start); from >= 0; from = text.IndexOf(Open, from + 1))
        {
            var to = text.IndexOf(Close, from);
            if (to > 0 && Find(text[(from + 1)..to]) is { } found)
            {
                return (from, to + 1, found);
            }
        }

        return null;
    }

    private MarkedValue? Find(string marked)
    {
        if (_secrets.TryGetValue(marked, out var secret))
        {
            return new(secret, null);
        }

        return
            marked.Split(Length) is [var output, var length]
            && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && end < output.Length
            && output[end] == '.'
            && _owners.ContainsKey(output[..end])
            ? new(new StringSegment.Unknown(output), output[..end])
            : null;
    }

    private sealed record MarkedValue(StringSegment Part, string? Owner);
}

/// <summary>A string split at its markers.</summary>
/// <param name="Text">The parts.</param>
/// <param name="Owners">The names of the resources whose properties are among the parts, once for each of these.</param>
internal readonly record struct ParsedString(PlanString Text, ImmutableArray<string> Owners)
{
    /// <summary>Whether a secret setting is among the parts.</summary>
    public bool HasSecret => Text.Segments.Any(part => part is StringSegment.Secret);

    /// <summary>Whether the known parts hold remains of a marker that the program cut or changed.</summary>
    public bool IsDamaged =>
        Text.Segments.OfType<StringSegment.Literal>().Any(part => UnknownValues.IsDamaged(part.Text));
}
