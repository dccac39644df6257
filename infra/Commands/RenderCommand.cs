using System.Collections.Immutable;
using System.CommandLine;
using OfflinePreview.Graph;
using OfflinePreview.Output;

namespace Infra.Commands;

/// <summary>Prints the Kubernetes objects of a stack as YAML that <c>kubectl apply --server-side</c> takes.</summary>
internal sealed class RenderCommand : StackCommand
{
    private readonly Option<bool> _placeholders = new("--placeholders")
    {
        Description = "Write [unknown: …] and [secret] for such values instead of failing",
    };

    private readonly Option<string?> _directory = new("--directory", "-d")
    {
        Description = "Write one file per object into this folder, and remove those of objects that are gone",
        HelpName = "FOLDER",
        Validators = { given => ProjectOptions.RequireName(given, "a folder") },
    };

    public RenderCommand(Terminal terminal, Func<string, IStackEvaluator> evaluator)
        : base("render", "Print the Kubernetes objects of a stack as YAML", terminal, evaluator)
    {
        Add(_placeholders);
        Add(_directory);
    }

    protected override async Task<int> ShowAsync(
        StackGraph graph,
        ImmutableArray<string> messages,
        ParseResult arguments,
        CancellationToken cancellationToken
    )
    {
        var rendered = ManifestRenderer.Render(graph);
        await ReportOmissionsAsync(rendered, graph);

        if (rendered.Unresolved.Length > 0 && !arguments.GetValue(_placeholders))
        {
            await RefuseAsync(rendered);
            return ExitCode.Failure;
        }

        if (arguments.GetValue(_directory) is { } directory)
        {
            await new ManifestFolder(directory, $"{graph.Project}/{graph.Stack}", Terminal.Error).WriteAsync(
                rendered,
                cancellationToken
            );
        }
        else
        {
            rendered.WriteTo(Terminal.Output);
        }

        await ReportPrerequisitesAsync(rendered.Prerequisites);
        return ExitCode.Success;
    }

    private async Task ReportOmissionsAsync(RenderResult rendered, StackGraph graph)
    {
        foreach (var resource in rendered.NotRendered)
        {
            await Terminal.Error.WriteLineAsync(
                $"not rendered: {resource.Name}, because a {resource.Type} is expanded to objects only by a deployment"
            );
        }

        var cloudResources = graph.Resources.Count(node => node.Type.StartsWith("gcp:", StringComparison.Ordinal));
        if (cloudResources > 0)
        {
            await Terminal.Error.WriteLineAsync(
                $"not rendered: {cloudResources} Google Cloud resources, which are not Kubernetes objects"
            );
        }
    }

    private async Task ReportPrerequisitesAsync(Prerequisites needed)
    {
        var missing = needed.Namespaces.Select(name => $"the namespace {name}").Concat(needed.CustomKinds).ToArray();
        if (missing.Length > 0)
        {
            await Terminal.Error.WriteLineAsync(
                $"Before applying, the cluster must have: {string.Join(", ", missing)}"
            );
        }
    }

    private async Task RefuseAsync(RenderResult rendered)
    {
        await Terminal.Error.WriteLineAsync("error: cannot render unknown or secret values:");
        foreach (var unresolved in rendered.Unresolved)
        {
            await Terminal.Error.WriteLineAsync($"  {unresolved.Owner} {unresolved.Path}: {unresolved.Text}");
        }

        await Terminal.Error.WriteLineAsync("Run with --placeholders to write them as shown here.");
    }
}
