using System.Collections.Immutable;

namespace Bench;

/// <summary>The commands to compare, for one number of servings.</summary>
/// <param name="Folder">The stacks.</param>
/// <param name="Helm">The path of helm.</param>
/// <param name="Program">The path of the program's assembly.</param>
/// <param name="Mocks">The path of the assembly that runs the same stacks with the SDK's mocks only; null to omit it.</param>
internal sealed record Comparison(StackFolder Folder, string Helm, string Program, string? Mocks)
{
    public const string HelmTemplate = "helm template";
    public const string Render = "render";
    public const string Preview = "preview";
    public const string PreviewUnchanged = "preview --base, unchanged";
    public const string PreviewChanged = "preview --base, changed";
    public const string Check = "check";
    public const string MocksExisting = "the SDK's mocks, objects of render";
    public const string MocksManaged = "the SDK's mocks, resources of preview";

    private TimedCommand Template => new(HelmTemplate, [Helm, "template", "bench", Folder.Chart]);

    private TimedCommand Rendering => Run(Render, Folder.Path, "render", StackFolder.Existing);

    /// <summary>Verifies that helm and the program print equal objects.</summary>
    /// <returns>The number of objects.</returns>
    public int Compare()
    {
        var found = Manifests.Compare(Template.Read(), Rendering.Read());
        return found == 2 * Folder.Count
            ? found
            : throw new BenchException($"{Folder.Count} servings produced {found} objects instead of two each.");
    }

    /// <summary>Saves the plans for <c>--base</c>.</summary>
    public void SaveBasePlans()
    {
        foreach (var folder in (string[])[Folder.Path, Folder.BasePath])
        {
            var preview = Run(Preview, folder, "preview", StackFolder.Managed, "--output", "json");
            File.WriteAllText(StackFolder.PlanPath(folder), preview.Read());
        }
    }

    /// <summary>The commands to measure.</summary>
    public ImmutableArray<TimedCommand> Commands =>
        [
            Template,
            Rendering,
            Run(Preview, Folder.Path, "preview", StackFolder.Managed),
            Run(
                PreviewUnchanged,
                Folder.Path,
                "preview",
                StackFolder.Managed,
                "--base",
                StackFolder.PlanPath(Folder.Path)
            ),
            Run(
                PreviewChanged,
                Folder.Path,
                "preview",
                StackFolder.Managed,
                "--base",
                StackFolder.PlanPath(Folder.BasePath)
            ),
            Run(Check, Folder.Path, "check", StackFolder.Managed),
            .. Mocks is null
                ? ImmutableArray<TimedCommand>.Empty
                :
                [
                    new(MocksExisting, ["dotnet", Mocks, Folder.Path, StackFolder.Existing]),
                    new(MocksManaged, ["dotnet", Mocks, Folder.Path, StackFolder.Managed]),
                ],
        ];

    private TimedCommand Run(string name, string folder, string command, string stack, params string[] more) =>
        new(name, ["dotnet", Program, command, "--stack", stack, "--cwd", folder, .. more]);
}
