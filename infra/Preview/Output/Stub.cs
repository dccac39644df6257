#pragma warning disable
namespace Infra.Preview.Output;
public sealed record RenderResult(System.Collections.Immutable.ImmutableArray<string> Unresolved, System.Collections.Immutable.ImmutableArray<string> NotRendered, System.Collections.Immutable.ImmutableArray<RenderedDocument> Documents, string Stream);
public sealed record RenderedDocument(string FileName, string Text);
public static class ManifestRenderer { public static RenderResult Render(Infra.Preview.Graph.StackGraph g) => throw new System.NotSupportedException(); }
public static class PlanJson { public static string Write(Infra.Preview.Graph.StackGraph g) => g.Resources[^1].ToString()!; }
public static class TreeRenderer { public static string Render(Infra.Preview.Graph.StackGraph g) => string.Join("\n", g.Resources.Select(r => r.Urn + " " + string.Join(",", r.Inputs.Entries.Keys))) + "\n"; }
