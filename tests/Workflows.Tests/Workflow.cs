using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Workflows.Tests;

/// <summary>A file of <c>.github/workflows</c>.</summary>
internal sealed record Workflow(string Name, string Text, YamlMappingNode Root)
{
    /// <summary>Every workflow of this repository.</summary>
    public static ImmutableArray<Workflow> All { get; } =
    [.. Directory.GetFiles(Path.Combine(Repository.Root, ".github/workflows")).Order().Select(Read)];

    /// <summary>The steps of the composite actions, which jobs run as their own.</summary>
    public static ImmutableArray<WorkflowStep> ActionSteps { get; } =
    [
        .. Directory
            .GetFiles(Path.Combine(Repository.Root, ".github/actions"), "action.yml", SearchOption.AllDirectories)
            .Select(Read)
            .SelectMany(action => (YamlSequenceNode)action.Root.Find("runs", "steps")!)
            .Select(step => new WorkflowStep((YamlMappingNode)step)),
    ];

    /// <summary>The events that start it.</summary>
    public IEnumerable<string> Events =>
        ((YamlMappingNode)Root.Find("on")!).Children.Keys.Select(key => key.ToString());

    public IEnumerable<WorkflowJob> Jobs =>
        ((YamlMappingNode)Root.Find("jobs")!).Children.Select(job => new WorkflowJob(
            Name,
            job.Key.ToString(),
            (YamlMappingNode)job.Value
        ));

    /// <summary>The workflow with this file name.</summary>
    public static Workflow Named(string file) => All.Single(workflow => workflow.Name == file);

    public override string ToString() => Name;

    private static Workflow Read(string path)
    {
        var text = File.ReadAllText(path);
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return new(Path.GetFileName(path), text, (YamlMappingNode)yaml.Documents[0].RootNode);
    }
}

/// <summary>A job of a workflow.</summary>
internal sealed record WorkflowJob(string Workflow, string Name, YamlMappingNode Node)
{
    public string? If => Node.Find("if")?.ToString();

    public IEnumerable<WorkflowStep> Steps =>
        ((YamlSequenceNode)Node.Find("steps")!).Select(step => new WorkflowStep((YamlMappingNode)step));

    /// <summary>What it may do, as <c>scope: level</c> in the order of the file; null when it does not say.</summary>
    public string? Permissions =>
        Node.Find("permissions") is YamlMappingNode permissions
            ? string.Join(", ", permissions.Children.Select(scope => $"{scope.Key}: {scope.Value}"))
            : null;

    public override string ToString() => $"{Workflow} {Name}";
}

/// <summary>A step of a job.</summary>
internal sealed record WorkflowStep(YamlMappingNode Node)
{
    public string? Name => Node.Find("name")?.ToString();

    public string? If => Node.Find("if")?.ToString();

    public string? Uses => Node.Find("uses")?.ToString();

    public string? Run => Node.Find("run")?.ToString();

    public IReadOnlyDictionary<string, string> Environment => Texts("env");

    public IReadOnlyDictionary<string, string> With => Texts("with");

    public override string ToString() => Name ?? Uses ?? Run!;

    private Dictionary<string, string> Texts(string key) =>
        Node.Find(key) is YamlMappingNode map
            ? map.Children.ToDictionary(entry => entry.Key.ToString(), entry => entry.Value.ToString())
            : [];
}

/// <summary>Walks YAML.</summary>
internal static class YamlNodes
{
    /// <summary>What stands below a path of keys; null when nothing does.</summary>
    public static YamlNode? Find(this YamlNode node, params string[] path) =>
        path.Aggregate<string, YamlNode?>(
            node,
            (found, key) =>
                found is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child)
                    ? child
                    : null
        );
}
