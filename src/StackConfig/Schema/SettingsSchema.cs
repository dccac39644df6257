using System.Collections.Immutable;

namespace StackConfig.Schema;

/// <summary>The settings of a stack, described from the types that a stack file is bound to.</summary>
/// <param name="project">The project's name: the prefix of its keys.</param>
/// <param name="model">The settings.</param>
public sealed class SettingsSchema(string project, SettingsModel model)
{
    private ImmutableArray<SettingDescription> Settings => new SettingsDescriber(model).Describe();

    /// <summary>Gets the JSON Schema of a stack file.</summary>
    public string ToJson() => SchemaJson.Text(StackSchema.Create(project, Settings, model));

    /// <summary>Gets the settings as tables of a Markdown page.</summary>
    public string ToMarkdown() => SettingsTable.Create(Settings, model);

    /// <summary>Explains a setting.</summary>
    /// <param name="key">Its key, with or without positions in lists; empty for the top of a stack file.</param>
    /// <exception cref="FormatException">There is no such setting. The message names the key and the allowed ones.</exception>
    public SettingExplanation Explain(string key) => new SettingsExplainer(model, Settings).Explain(key);

    /// <summary>Gets the entries below <c>config:</c> of <c>Pulumi.yaml</c>: the settings that it may declare.</summary>
    public string ToProjectEntries() => ProjectConfig.Create(Settings, model);
}
