using Infra.Settings;
using Infra.Settings.Binding;
using Infra.Settings.Schema;
using Infra.Tests.Settings.Reading;
using NJsonSchema;

namespace Infra.Tests.Settings.Schema;

/// <summary>What the schema and the binder each say of a stack file.</summary>
internal static class Judgement
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromJsonAsync(SettingsSchema.Json()));

    /// <summary>A stack file with these settings, each beginning on a line of its own.</summary>
    public static string StackFile(string settings)
    {
        var lines = settings.Split('\n').Select(line => "  " + Prefixed(line));
        return $"config:\n{string.Join('\n', lines)}\n";
    }

    /// <summary>Whether the schema has nothing against a stack file.</summary>
    public static async Task<bool> SchemaAcceptsAsync(string stackFile)
    {
        var schema = await Schema.Value;
        return schema.Validate(YamlJson.Of(stackFile)).Count == 0;
    }

    /// <summary>Whether the binder, without any rule, has nothing against a stack file.</summary>
    public static bool BinderAccepts(string stackFile)
    {
        using var project = new TemporaryProject($"name: {SettingsSchema.Project}\nruntime: dotnet\n");
        var document = project.Write("Pulumi.dev.yaml", stackFile).Read();
        if (document is not null)
        {
            new SettingsBinder(ScalarTypes.All).Bind<StackSettings>(document, project.Problems);
        }

        return !project.Errors.Any();
    }

    private static string Prefixed(string line) =>
        line.Split(' ')[0] is [>= 'a' and <= 'z', .., ':'] key && key.IndexOf(':') == key.Length - 1
            ? $"{SettingsSchema.Project}:{line}"
            : line;
}
