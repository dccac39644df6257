using System.Text.RegularExpressions;
using Infra.Configuration;
using NJsonSchema;
using StackConfig.Reading;

namespace Infra.Tests.Configuration.Schema;

/// <summary>Validates a stack file with the schema and with the binder.</summary>
internal sealed partial class SchemaVsBinder : IDisposable
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(() =>
        JsonSchema.FromJsonAsync(StackSettingsSchema.Create().ToJson())
    );

    private readonly TemporaryProject _project = new($"name: {StackSettingsSchema.Project}\nruntime: dotnet\n");

    /// <summary>Creates a stack file from settings, each on a line of its own, on an existing cluster if they name none.</summary>
    public static string StackFile(string settings)
    {
        var cluster = settings.Contains("cluster:", StringComparison.Ordinal) ? "" : "cluster: { existing: {} }\n";
        var lines = $"{cluster}{settings}".Split('\n').Select(line => "  " + Prefixed(line));
        return $"config:\n{string.Join('\n', lines)}\n";
    }

    /// <summary>Whether the schema accepts a stack file.</summary>
    public static async Task<bool> SchemaAcceptsAsync(string stackFile)
    {
        var schema = await Schema.Value;
        return schema.Validate(YamlJson.FromYaml(stackFile)).Count == 0;
    }

    /// <summary>Whether the binder accepts a stack file, without validation rules.</summary>
    public bool BinderAccepts(string stackFile)
    {
        _project.Problems.Clear();
        if (_project.Write("Pulumi.dev.yaml", stackFile).Read() is { } document)
        {
            new StackBinder().Bind(document, _project.Problems);
        }

        return !_project.Problems.Exists(problem => problem.Severity == Severity.Error && !MayComeFromPreset(problem));
    }

    /// <summary>Whether a key is missing that a preset may have: the schema cannot know that.</summary>
    private static bool MayComeFromPreset(Diagnostic problem) =>
        problem.Message.StartsWith("is missing", StringComparison.Ordinal) && FromPreset().IsMatch(problem.Key);

    [GeneratedRegex(@"^servings\[\d+\]\.(?:topology|checkpoint|batch\.(?:input|output))$", RegexOptions.None, 10_000)]
    private static partial Regex FromPreset();

    /// <summary>Whether the program accepts a stack file, with its rules.</summary>
    public bool ProgramAccepts(string stackFile)
    {
        _project.Problems.Clear();
        var document = _project.Write("Pulumi.dev.yaml", stackFile).Read();
        return SettingsLoader.Load(document, _project.Problems, Severity.Note).StackModel is not null;
    }

    public void Dispose() => _project.Dispose();

    private static string Prefixed(string line) =>
        line.Split(' ')[0] is [>= 'a' and <= 'z', .., ':'] key && key.IndexOf(':') == key.Length - 1
            ? $"{StackSettingsSchema.Project}:{line}"
            : line;
}
