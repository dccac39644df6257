using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using StackConfig.Binding;
using StackConfig.Reading;

namespace Infra.Commands;

/// <summary>Options that commands about stack files have in common.</summary>
internal static class ProjectOptions
{
    private const int MaxShown = 200;

    /// <summary>The folder of the project, or one below it. Default: the current one.</summary>
    public static Option<string> Directory()
    {
        var option = new Option<string>("--cwd", "-C")
        {
            Description = "Folder of the project, or one below it",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => ".",
        };
        option.Validators.Add(result =>
        {
            var folder = result.GetValueOrDefault<string>();
            if (!System.IO.Directory.Exists(folder))
            {
                var violation = File.Exists(folder) ? "is not a folder" : "does not exist";
                result.AddError(
                    $"{option.Name}: '{KeyPath.Shown(folder, MaxShown)}' {violation}. Allowed: the folder of the project, or one below it"
                );
            }
        });
        return option;
    }

    /// <summary>The output format.</summary>
    /// <param name="description">The description.</param>
    /// <param name="formats">The formats, the default first.</param>
    public static Option<string> Output(string description, params string[] formats)
    {
        var option = new Option<string>("--output", "-o")
        {
            Description = description,
            DefaultValueFactory = _ => formats[0],
        };
        option.CompletionSources.Add(formats);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var format }] && !formats.Contains(format))
            {
                result.AddError(
                    $"{option.Name}: {AllowedValues.Refuse(format, formats, AllowedValues.Format(formats))}"
                );
            }
        });
        return option;
    }

    /// <summary>The names of the project's stacks that have a file; none, and no problem, outside of a project.</summary>
    /// <param name="directory">The folder of the project, or one below it.</param>
    /// <param name="problems">Receives everything that is wrong with the project file.</param>
    public static IReadOnlyList<string> FindStacks(string directory, List<Diagnostic> problems) =>
        StackFileReader.FindProjectFolder(directory) is null ? [] : StackFileReader.Stacks(directory, problems);

    /// <summary>Suggests the project's stacks to a shell.</summary>
    /// <param name="directory">The option with the folder of the project.</param>
    public static Func<CompletionContext, IEnumerable<CompletionItem>> StackNames(Option<string> directory) =>
        context =>
            StackFileReader
                .Stacks(context.ParseResult.GetValue(directory) ?? ".")
                .Select(name => new CompletionItem(name));

    /// <summary>Refuses an option with an empty name.</summary>
    /// <param name="given">The option.</param>
    /// <param name="what">What it must name, such as <c>a folder</c>.</param>
    public static void RequireName(OptionResult given, string what)
    {
        if (given.GetValueOrDefault<string>() is "")
        {
            given.AddError($"Option '{given.Option.Name}' must name {what}.");
        }
    }

    /// <summary>Whether warnings count as errors; notes, such as example values, do not.</summary>
    public static Option<bool> Strict() => new("--strict") { Description = "Treat warnings as errors" };
}
