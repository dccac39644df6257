namespace OfflinePreview.Diff;

/// <summary>The parts of a URN: <c>urn:pulumi:STACK::PROJECT::PARENT-TYPE$TYPE::NAME</c>.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Project">The project's name.</param>
/// <param name="TypeChain">The types from the outermost component to the resource's own, <c>$</c> between them.</param>
/// <param name="Name">The logical name.</param>
internal sealed record ResourceUrn(string Stack, string Project, string TypeChain, string Name)
{
    private const string Start = "urn:pulumi:";

    /// <summary>Parses a URN; null if the string is not one.</summary>
    public static ResourceUrn? Parse(string urn) =>
        urn.StartsWith(Start, StringComparison.Ordinal)
        && urn[Start.Length..].Split("::", 4) is [var stack, var project, var types, var name]
            ? new(stack, project, types, name)
            : null;

    /// <summary>The URN of a child of that type and name.</summary>
    public ResourceUrn Child(string type, string name) =>
        this with
        {
            TypeChain = TypeChain == "pulumi:pulumi:Stack" ? type : $"{TypeChain}${type}",
            Name = name,
        };

    /// <inheritdoc />
    public override string ToString() => $"{Start}{Stack}::{Project}::{TypeChain}::{Name}";
}
