using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using StackConfig.Binding;

namespace StackConfig.Schema;

/// <summary>
/// The settings that <c>Pulumi.yaml</c> may declare: those with a default, since Pulumi asks every stack for all others that are declared.
/// </summary>
/// <remarks>
/// Source: <c>mergeConfig</c> in pkg/workspace/config.go of pulumi/pulumi. No type is declared: Pulumi would check it before this program can
/// say what is accepted.
/// </remarks>
internal static class ProjectConfig
{
    /// <summary>The entries below <c>config:</c>.</summary>
    internal static string Create(ImmutableArray<SettingDescription> settings, SettingsModel model)
    {
        var scalars = new ScalarBinding(model.ScalarTypes);
        var text = new StringBuilder();
        foreach (var setting in settings.Where(setting => setting.Default is not null))
        {
            var standard =
                scalars.Binds(setting.Value.Type) ? SchemaJson.Value(setting.Default)!.ToString()
                : setting.Value.Form == ValueForm.List ? "[]"
                : "{}";
            text.Append(
                $"  {setting.Key}:\n    description: {JsonSerializer.Serialize(setting.Text.Plain, SchemaJson.OneLine)}\n    default: {standard}\n"
            );
        }

        return text.ToString();
    }
}
