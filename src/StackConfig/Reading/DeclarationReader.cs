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
            file.Error(path, entry.Line, $"is not a valid configuration key. Allowed: {ConfigKey.Accepted}");
            yaml.Skip();
            return;
        }

        var location = new SourceLocation(KeyPath.Entry("", key.Name), file.Name, entry.Line);
        var value = yaml.IsAtMap ? ReadMap(yaml, location) : ReadDefault(yaml, location);
        _declarations.Add(new Declaration(key, location, value));
    }

    /// <summary>The declarations of a project, each key once.</summary>
    internal ImmutableArray<Declaration> GetDeclarations(string project)
    {
        var declarations = new OrderedDictionary<ConfigKey, Declaration>();
        foreach (var declaration in _declarations)
        {
            var key = declaration.Key.In(project);
            if (!declarations.TryAdd(key, declaration with { Key = key }))
            {
                var (path, line) = (declaration.Location.Key, declarations[key].Location.Line);
                file.Error(
                    path,
                    declaration.Location.Line,
                    $"is declared twice, first in line {line}. Remove one of them."
                );
            }
        }

        return [.. declarations.Values];
    }

    private SettingNode? ReadMap(YamlReader yaml, SourceLocation location)
    {
        SettingNode? value = null;
        yaml.ReadMap(
            location,
            part =>
            {
                if (part.Text is "default" or "value")
                {
                    Require(value is null, location, part, "has both `default` and `value`. Remove `value`.");
                    value = ReadDefault(yaml, location with { Line = part.Line });
                    return;
                }

                var message =
                    $"declares `{KeyPath.Shown(part.Text)}`, which is not supported. Allowed: description, default";
                Require(part.Text == "description", location, part, message);
                yaml.Skip();
            }
        );
        return value;
    }

    private SettingNode? ReadDefault(YamlReader yaml, SourceLocation location)
    {
        var written = yaml.Read(location);
        var value = written is NullNode ? null : ConfigText.FromFile(written);
        foreach (var secret in value?.Secrets ?? [])
        {
            file.Error(secret.Location.Key, secret.Location.Line, "is encrypted. Move it to a stack file.");
        }

        return value;
    }

    private void Require(bool condition, SourceLocation location, YamlKey part, string message)
    {
        if (!condition)
        {
            file.Error(location.Key, part.Line, message);
        }
    }
}
