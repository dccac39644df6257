using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>The Kubernetes objects of a graph as YAML, and what could not be written.</summary>
/// <param name="Manifests">The objects, each after those that it needs.</param>
/// <param name="Unresolved">The values that nobody knows before an update, or that are secret; they stand in the YAML as texts.</param>
/// <param name="NotRendered">Resources of Kubernetes that are no objects: charts, files and other things that become objects later.</param>
public sealed record RenderResult(
    ImmutableArray<Manifest> Manifests,
    ImmutableArray<UnresolvedValue> Unresolved,
    ImmutableArray<NotRenderedResource> NotRendered
)
{
    /// <summary>Writes all manifests as one stream, <c>---</c> between them; nothing when there are none.</summary>
    public void WriteTo(TextWriter writer)
    {
        for (var index = 0; index < Manifests.Length; index++)
        {
            writer.Write(index == 0 ? "" : "---\n");
            YamlDocument.Write(Manifests[index].Content, writer);
        }
    }
}

/// <summary>A Kubernetes object as <c>kubectl</c> would be given it.</summary>
/// <param name="Title">How a message names it: <c>Kind/namespace/name</c>.</param>
/// <param name="Content">Its fields.</param>
public sealed record Manifest(string Title, PlanMap Content);

/// <summary>A value that is not known, or secret.</summary>
/// <param name="Owner">The object that holds it: <c>Kind/name</c> or <c>Kind/namespace/name</c>.</param>
/// <param name="Path">Where in the object: <c>spec.template.spec.containers[0].args[2]</c>.</param>
/// <param name="Text">The text that stands there: <c>[secret]</c>, <c>[unknown: NAME]</c>, or one with such a part.</param>
public sealed record UnresolvedValue(string Owner, string Path, string Text);

/// <summary>A resource that has no manifest.</summary>
/// <param name="Type">The type token.</param>
/// <param name="Name">The logical name.</param>
public sealed record NotRenderedResource(string Type, string Name);
