using System.Collections.Immutable;

namespace StackConfig.Reading;

/// <summary>Reads the keys below <c>config</c> of <c>Pulumi.yaml</c>.</summary>
/// <remarks>
/// sdk/go/common/workspace/project.go of the Pulumi CLI: any other value than a map is short for <c>default</c>. A type that the CLI
/// alone would check is refused, as the program checks all types itself.
/// </remarks>
internal sealed class DeclarationReader(YamlFile file)
{
    private readonly List<Declaration> _declarations = [];

    /// <summary>Reads the declaration of a key.</summary>
    internal void Read(YamlReader yaml, YamlKey entry)
    {
        if (ConfigKey.Parse(entry.Text, "") is not { } key || key.Name.AsSpan().ContainsAny('.', '[', '"'))
        {
            var path = KeyPath.Entry("config", entry.Text);
            file.Error(path, entry.Line, $"is not a key of a setting. Allowed: {ConfigKey.Accepted}");
            yaml.Skip();
            return;
        }

        var place = new SourceLocation(KeyPath.Entry("", key.Name), file.Name, entry.Line);
        var value = yaml.IsAtMap ? ReadMap(yaml, place) : ReadDefault(yaml, place);
        _declarations.Add(new Declaration(key, place, value));
    }

    /// <summary>The declarations of a project, each key once.</summary>
    internal ImmutableArray<Declaration> Of(string project)
    {
        var declarations = new OrderedDictionary<ConfigKey, Declaration>();
        foreach (var declaration in _declarations)
        {
            var key = declaration.Key.In(project);
            if (!declarations.TryAdd(key, declaration with { Key = key }))
            {
                var (path, line) = (declaration.Place.Key, declarations[key].Place.Line);
                file.Error(
                    path,
                    declaration.Place.Line,
                    $"is declared twice, first in line {line}. Remove one of them."
                );
            }
        }

        return [.. declarations.Values];
    }

    private SettingNode? ReadMap(YamlReader yaml, SourceLocation place)
    {
        SettingNode? value = null;
        yaml.ReadMap(
            place,
            part =>
            {
                if (part.Text is "default" or "value")
                {
                    Require(value is null, place, part, "has both `default` and `value`. Remove `value`.");
                    value = ReadDefault(yaml, place with { Line = part.Line });
                    return;
                }

                var message =
                    $"declares `{KeyPath.Shown(part.Text)}`, which is not supported. Allowed: description, default";
                Require(part.Text == "description", place, part, message);
                yaml.Skip();
            }
        );
        return value;
    }

    private SettingNode? ReadDefault(YamlReader yaml, SourceLocation place)
    {
        var written = yaml.Read(place);
        var value = written is NullNode ? null : ConfigText.FromFile(written);
        if (value is SecretNode secret)
        {
            file.Error(secret.Place.Key, secret.Place.Line, "is encrypted. Move it to a stack file.");
        }

        return value;
    }

    private void Require(bool condition, SourceLocation place, YamlKey part, string message)
    {
        if (!condition)
        {
            file.Error(place.Key, part.Line, message);
        }
    }
}
