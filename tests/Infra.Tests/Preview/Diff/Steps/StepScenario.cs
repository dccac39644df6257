using System.Runtime.CompilerServices;
using OfflinePreview.Diff;
using OfflinePreview.Graph;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Infra.Tests.Preview.Diff.Steps;

/// <summary>A change of settings, and what an update then does. Each is a file beside this one.</summary>
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

    /// <summary>What the update does.</summary>
    public async Task<GraphDiff> DiffAsync()
    {
        var before = await File.ReadAllTextAsync(GetFile($"Bases/{Before}"));
        var after = Edits.Aggregate(before, Edited);
        return GraphDiff.Compare(await StackText.RecordAsync(before, "dev"), await StackText.RecordAsync(after, "dev"));
    }

    /// <summary>The steps of a diff, written as <see cref="Steps" /> are, sorted.</summary>
    public static IEnumerable<string> Write(GraphDiff diff)
    {
        var changes = diff
            .Steps.Where(step => step.IsChange)
            .ToLookup(step => step.Node.Kind == ResourceKind.RemoteChild);
        var parents = diff
            .Before.Resources.Concat(diff.After.Resources)
            .ToLookup(node => node.Urn, StringComparer.Ordinal);
        return changes[false]
            .Select(step => $"{Operation(step)} {step.Node.Type} {step.Node.Name}")
            .Concat(
                changes[true]
                    .CountBy(
                        step => $"{Operation(step)} | below {parents[step.Node.Parent!].First().Name}",
                        StringComparer.Ordinal
                    )
                    .Select(group => group.Key.Replace("|", $"{group.Value}", StringComparison.Ordinal))
            )
            .Order(StringComparer.Ordinal);
    }

    private static string Edited(string settings, KeyValuePair<string, string> edit)
    {
        Assert.Contains(edit.Key, settings, StringComparison.Ordinal);
        return settings.Replace(edit.Key, edit.Value, StringComparison.Ordinal);
    }

    private static string Operation(ResourceStep step) => step.Kind.ToString().ToLowerInvariant();

    private static string GetFile(string name) => Path.Combine(Folder(), $"{name}.yaml");

    private static string Folder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
