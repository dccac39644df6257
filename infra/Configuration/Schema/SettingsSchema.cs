namespace Infra.Configuration.Schema;

/// <summary>The settings of a stack, described from the types that a stack file is bound to.</summary>
public static class SettingsSchema
{
    /// <summary>The project's name, as <c>Pulumi.yaml</c> has it: the prefix of its keys.</summary>
    public const string Project = "jetstream-pathways";

    /// <summary>The JSON Schema of a stack file.</summary>
    public static string Json() => SchemaJson.Text(StackSchema.Of(Project, SettingsDescriber.Describe()));

    /// <summary>The settings as tables of a Markdown page.</summary>
    public static string Markdown() => SettingsTable.Of(SettingsDescriber.Describe());

    /// <summary>The entries below <c>config:</c> of <c>Pulumi.yaml</c>: the settings that it may declare.</summary>
    public static string ProjectEntries() => ProjectConfig.Of(SettingsDescriber.Describe());
}
