using System.Collections.Immutable;

namespace Bench;

/// <summary>The commands that are compared, for one number of servings.</summary>
/// <param name="Folder">The stacks.</param>
/// <param name="Helm">The helm to compare with.</param>
/// <param name="Program">The program's assembly.</param>
/// <param name="Mocks">The assembly that runs the same stacks with the SDK's own mocks alone; null to leave that out.</param>
internal sealed record Contest(StackFolder Folder, string Helm, string Program, string? Mocks)
{
    public const string HelmTemplate = "helm template";
    public const string Render = "render";
    public const string Preview = "preview";
    public const string PreviewSame = "preview --base, unchanged";
    public const string PreviewChanged = "preview --base, changed";
    public const string Check = "check";
    public const string MocksExisting = "the SDK's mocks, objects of render";
    public const string MocksManaged = "the SDK's mocks, resources of preview";

    private TimedCommand Template => new(HelmTemplate, [Helm, "template", "bench", Folder.Chart]);

    private TimedCommand Rendering => Run(Render, Folder.Path, "render", StackFolder.Existing);

    /// <summary>Checks that helm and the program print the same objects.</summary>
    /// <returns>How many.</returns>
    public int Compare()
    {
        var found = Manifests.Compare(Template.Read(), Rendering.Read());
        return found == 2 * Folder.Count
            ? found
            : throw new BenchException($"{Folder.Count} servings are {found} objects; two each were expected.");
    }

    /// <summary>Keeps the plans that others are compared with.</summary>
    public void KeepPlans()
    {
        foreach (var folder in (string[])[Folder.Path, Folder.Before])
        {
            var preview = Run(Preview, folder, "preview", StackFolder.Managed, "--output", "json");
            File.WriteAllText(StackFolder.PlanIn(folder), preview.Read());
        }
    }

    /// <summary>What is measured.</summary>
    public ImmutableArray<TimedCommand> Commands =>
        [
            Template,
            Rendering,
            Run(Preview, Folder.Path, "preview", StackFolder.Managed),
            Run(PreviewSame, Folder.Path, "preview", StackFolder.Managed, "--base", StackFolder.PlanIn(Folder.Path)),
            Run(
                PreviewChanged,
                Folder.Path,
                "preview",
                StackFolder.Managed,
                "--base",
                StackFolder.PlanIn(Folder.Before)
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
