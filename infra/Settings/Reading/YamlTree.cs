using System.Collections.Immutable;

namespace Infra.Settings.Reading;

/// <summary>A node of a YAML file, aliases already followed.</summary>
/// <param name="Line">The line on which it starts, from 1.</param>
/// <param name="Tag">The tag written in front of it, if any.</param>
internal abstract record YamlNode(int Line, string? Tag);

/// <summary>A scalar as written.</summary>
internal sealed record YamlScalar(int Line, string? Tag, string Text, bool Quoted) : YamlNode(Line, Tag)
{
    /// <summary>Whether it says that there is no value.</summary>
    internal bool IsNull => !Quoted && Tag is null && CoreScalar.Resolve(Text).Kind is CoreKind.Null;
}

/// <summary>A list.</summary>
internal sealed record YamlList(int Line, string? Tag, ImmutableArray<YamlNode> Items) : YamlNode(Line, Tag);

/// <summary>A map as written: keys may stand twice, be no text, or ask for a merge.</summary>
internal sealed record YamlMap(int Line, string? Tag, ImmutableArray<YamlPair> Pairs) : YamlNode(Line, Tag);

/// <summary>An entry of a map as written.</summary>
internal sealed record YamlPair(YamlNode Key, YamlNode Value);
