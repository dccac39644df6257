using System.Collections.Concurrent;
using System.Collections.Immutable;
using Infra.Preview.Graph;
using Pulumi;

namespace Infra.Preview.Recording;

/// <summary>Issues the marked texts that stand for values which one recorded run does not have, and finds them again.</summary>
/// <remarks>
/// A placeholder is a kind and a name between the noncharacters U+FDD0 and U+FDD1, which no real text holds. Only those issued
/// by the same instance are recognised; the same characters in a text of the user are plain characters.
/// </remarks>
public sealed class Placeholders
{
    private const char Open = '\uFDD0';
    private const char Close = '\uFDD1';

    private readonly ConcurrentDictionary<string, Placeholder> _issued = new(StringComparer.Ordinal);

    /// <summary>A secret output whose text stands for the secret setting <paramref name="name"/>.</summary>
    public Output<string> Secret(string name) => Secret(name, null);

    /// <summary>A secret output whose text stands for the secret setting <paramref name="name"/>.</summary>
    /// <param name="name">The setting's key.</param>
    /// <param name="ciphertext">What the stack file holds of it; a plan keeps its digest, to tell that the setting may have changed.</param>
    public Output<string> Secret(string name, string? ciphertext) =>
        Pulumi.Output.CreateSecret(Issue($"secret {name}", new Placeholder(TextPart.Secret.Of(ciphertext), null)));

    /// <summary>A text that stands for the property at <paramref name="path"/> of the resource <paramref name="owner"/>.</summary>
    internal string Unknown(string owner, string path)
    {
        var output = $"{owner}.{path}";
        return Issue($"unknown {output}", new Placeholder(new TextPart.Unknown(output), owner));
    }

    /// <summary>Cuts <paramref name="text"/> at the placeholders in it.</summary>
    internal MarkedText Read(string text)
    {
        if (!text.Contains(Open))
        {
            return new MarkedText(PlanText.Known(text), []);
        }

        var parts = ImmutableArray.CreateBuilder<TextPart>();
        var owners = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var start = 0;
        while (Next(text, start) is var (from, to, found))
        {
            parts.Add(new TextPart.Literal(text[start..from]));
            parts.Add(found.Part);
            owners.UnionWith(found.Owner is null ? [] : [found.Owner]);
            start = to;
        }

        parts.Add(new TextPart.Literal(text[start..]));
        return new MarkedText(PlanText.Of(parts), owners.ToImmutable());
    }

    /// <summary>Whether <paramref name="text"/> holds remains of a placeholder.</summary>
    internal static bool IsDamaged(string text) => text.AsSpan().ContainsAny(Open, Close);

    private string Issue(string name, Placeholder placeholder)
    {
        var text = $"{Open}{name}{Close}";
        _issued.TryAdd(text, placeholder);
        return text;
    }

    private (int From, int To, Placeholder Found)? Next(string text, int start)
    {
        for (var from = text.IndexOf(Open, start); from >= 0; from = text.IndexOf(Open, from + 1))
        {
            var to = text.IndexOf(Close, from) + 1;
            if (to > 0 && _issued.TryGetValue(text[from..to], out var found))
            {
                return (from, to, found);
            }
        }

        return null;
    }

    private sealed record Placeholder(TextPart Part, string? Owner);
}

/// <summary>A text cut at its placeholders.</summary>
/// <param name="Text">The parts.</param>
/// <param name="Owners">The names of the resources whose properties are among the parts.</param>
internal sealed record MarkedText(PlanText Text, ImmutableHashSet<string> Owners)
{
    /// <summary>Whether a secret setting is among the parts.</summary>
    public bool HasSecret => Text.Parts.Any(part => part is TextPart.Secret);

    /// <summary>Whether the known parts hold remains of a placeholder that the program cut or changed.</summary>
    public bool IsDamaged => Text.Parts.OfType<TextPart.Literal>().Any(part => Placeholders.IsDamaged(part.Text));
}
