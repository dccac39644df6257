using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>The Kubernetes objects of a graph, and what cannot be rendered.</summary>
/// <param name="Manifests">The objects, each after those that it needs.</param>
/// <param name="Unresolved">The unknown and secret values; the YAML contains them as strings.</param>
/// <param name="NotRendered">Kubernetes resources that are not objects, such as charts.</param>
/// <param name="Prerequisites">What the cluster must have before.</param>
public sealed record RenderResult(
    ImmutableArray<Manifest> Manifests,
    ImmutableArray<UnresolvedValue> Unresolved,
    ImmutableArray<NotRenderedResource> NotRendered,
    Prerequisites Prerequisites
)
{
    /// <summary>Writes all manifests as one stream, separated by <c>---</c>.</summary>
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

/// <summary>An unknown or secret value.</summary>
/// <param name="Owner">The object that holds it: <c>Kind/name</c> or <c>Kind/namespace/name</c>.</param>
/// <param name="Path">Where in the object: <c>spec.template.spec.containers[0].args[2]</c>.</param>
/// <param name="Text">The string in the YAML: <c>[secret]</c>, <c>[unknown: NAME]</c>, or one that contains these.</param>
public sealed record UnresolvedValue(string Owner, string Path, string Text);

/// <summary>A resource that has no manifest.</summary>
/// <param name="Type">The type token.</param>
/// <param name="Name">The logical name.</param>
public sealed record NotRenderedResource(string Type, string Name);
