namespace Infra.Preview.Output;
/// <summary>s</summary>
public static class TreeRenderer {
/// <summary>s</summary>
 public static string Render(Infra.Preview.Graph.StackGraph g) => string.Join("\n", g.Resources.Select(r => r.Urn)) + "\n"; }
