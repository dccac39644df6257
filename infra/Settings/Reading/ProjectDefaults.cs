namespace Infra.Settings.Reading;

/// <summary>Lays a stack's settings over the defaults of <c>Pulumi.yaml</c> and checks them against its declarations.</summary>
/// <remarks>
/// pkg/workspace/config.go, <c>mergeConfig</c>: a default stands in only where a stack does not name the key at all, and a declared key
/// without a default has to be set by every stack.
/// </remarks>
internal static class ProjectDefaults
{
    /// <summary>Adds the defaults to the stack's settings.</summary>
    internal static void Merge(ProjectFile project, StackFile stack, YamlFile file)
    {
        foreach (var declaration in project.Declarations)
        {
            var (key, place) = (declaration.Key, declaration.Place);
            if (key.Namespace != project.Name)
            {
                var name = key.ToString();
                stack.ForeignKeys[name] = stack.ForeignKeys.GetValueOrDefault(name) ?? place with { Key = name };
            }
            else if (stack.Entries.TryGetValue(key.Name, out var value))
            {
                Check(declaration, value, file);
            }
            else if (declaration.Default is { } standard)
            {
                stack.Entries.Add(key.Name, standard);
            }
            else
            {
                file.Error(
                    place.Key,
                    null,
                    $"is missing; {place.File} declares it without a default, so every stack has to set it"
                );
            }
        }
    }

    private static void Check(Declaration declaration, SettingNode value, YamlFile file)
    {
        var place = value.Place;
        if (declaration.Secret && value is not SecretNode)
        {
            var command = $"pulumi config set --secret {place.Key}";
            file.Error(
                place.Key,
                place.Line,
                $"is not encrypted, as {declaration.Place.File} asks; accepted: what `{command}` writes"
            );
        }
        else if (declaration.Type is { } type && !type.Accepts(value))
        {
            file.Error(
                place.Key,
                place.Line,
                $"is not of the type that {declaration.Place.File} declares; accepted: {type}"
            );
        }
    }
}
