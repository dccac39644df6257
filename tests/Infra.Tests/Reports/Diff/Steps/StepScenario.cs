using System.Runtime.CompilerServices;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Infra.Tests.Reports.Diff.Steps;

/// <summary>A change of settings, and what an update then does. Each is a file beside this one, which the tests with the engine read too.</summary>
public sealed class StepScenario
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .Build();

    /// <summary>How the steps were established.</summary>
    public string Source { get; init; } = "";

    /// <summary>The settings before: the name of a file in <c>Bases</c>.</summary>
    public string Before { get; init; } = "";

    /// <summary>What is replaced in these settings by what.</summary>
    public IDictionary<string, string> Edits { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Each step as <c>operation type name</c>; what a provider registers below a remote component is counted:
    /// <c>operation number below name</c>.
    /// </summary>
    public IList<string> Steps { get; init; } = [];

    /// <summary>The names of all scenarios.</summary>
    public static TheoryData<string> Names =>
        [
            .. Directory
                .GetFiles(Folder(), "*.yaml")
                .Select(file => Path.GetFileNameWithoutExtension(file)!)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Reads the scenario of that name.</summary>
    public static StepScenario Read(string name) => Yaml.Deserialize<StepScenario>(File.ReadAllText(GetFile(name)));

    /// <summary>The settings before.</summary>
    public string GetSettingsBefore() => ReadSettings(Before);

    /// <summary>The settings after.</summary>
    public string GetSettingsAfter() => Edits.Aggregate(GetSettingsBefore(), Edited);

    /// <summary>The settings in a file in <c>Bases</c>.</summary>
    public static string ReadSettings(string name) => File.ReadAllText(GetFile($"Bases/{name}"));

    private static string Edited(string settings, KeyValuePair<string, string> edit)
    {
        Assert.Contains(edit.Key, settings, StringComparison.Ordinal);
        return settings.Replace(edit.Key, edit.Value, StringComparison.Ordinal);
    }

    private static string GetFile(string name) => Path.Combine(Folder(), $"{name}.yaml");

    private static string Folder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
