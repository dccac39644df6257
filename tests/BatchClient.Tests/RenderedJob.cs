using YamlDotNet.RepresentationModel;

namespace BatchClient.Tests;

/// <summary>The batch Job in the expected manifests of a stack.</summary>
internal sealed class RenderedJob
{
    private readonly YamlNode _container;

    private RenderedJob(YamlNode job) => _container = job["spec"]["template"]["spec"]["containers"][0];

    /// <summary>The command of the client's container.</summary>
    public IReadOnlyList<string> Command => [.. Items("command").Select(word => word.ToString())];

    /// <summary>The environment variables of the client's container.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        Items("env").ToDictionary(variable => variable["name"].ToString(), variable => variable["value"].ToString());

    /// <summary>The paths of the client's volumes, by name.</summary>
    public IReadOnlyDictionary<string, string> MountPaths =>
        Items("volumeMounts").ToDictionary(mount => mount["name"].ToString(), mount => mount["mountPath"].ToString());

    /// <summary>Reads the Job of a serving from rendered manifests.</summary>
    public static RenderedJob Read(string manifests, string serving)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(manifests));
        return new(
            stream
                .Documents.Select(document => document.RootNode)
                .Single(node =>
                    node["kind"].ToString() == "Job"
                    && node["metadata"]["name"].ToString().StartsWith($"{serving}-batch-", StringComparison.Ordinal)
                )
        );
    }

    /// <summary>The value of an option in the command.</summary>
    public string Option(string name) => Command.SkipWhile(word => word != name).Skip(1).First();

    private YamlSequenceNode Items(string key) => (YamlSequenceNode)_container[key];
}
