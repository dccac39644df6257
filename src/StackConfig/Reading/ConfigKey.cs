namespace StackConfig.Reading;

/// <summary>A configuration key: <c>namespace:name</c>.</summary>
/// <remarks>sdk/go/common/resource/config/key.go, <c>ParseKey</c>; a key without a namespace is the project's own.</remarks>
internal readonly record struct ConfigKey(string Namespace, string Name)
{
    /// <summary>What is accepted.</summary>
    internal const string Accepted = "`name` or `namespace:name`";

    private const string OldModule = "config";

    /// <summary>Reads <c>name</c>, <c>namespace:name</c> and the older <c>namespace:config:name</c>; null for anything else.</summary>
    internal static ConfigKey? Parse(string text, string project) =>
        text.Split(':') switch
        {
            [var name] => new(project, name),
            [var space, var name] => new(space, name),
            [var space, OldModule, var name] => new(space, name),
            _ => null,
        };

    /// <summary>The key of a project if it has no namespace, or else the same.</summary>
    internal ConfigKey In(string project) => Namespace.Length == 0 ? this with { Namespace = project } : this;

    /// <inheritdoc/>
    public override string ToString() => $"{Namespace}:{Name}";
}
