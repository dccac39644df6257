using System.CommandLine;
using System.CommandLine.Completions;
using StackConfig.Reading;

namespace Infra.Commands;

/// <summary>Options that commands about stack files have in common.</summary>
internal static class ProjectOptions
{
    /// <summary>The folder of the project, or one below it. Default: the current one.</summary>
    public static Option<string> Directory() =>
        new("--cwd", "-C")
        {
            Description = "Folder of the project, or one below it",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => ".",
        };

    /// <summary>Suggests the project's stacks to a shell.</summary>
    /// <param name="directory">The option with the folder of the project.</param>
    public static Func<CompletionContext, IEnumerable<CompletionItem>> StackNames(Option<string> directory) =>
        context =>
            StackFileReader
                .Stacks(context.ParseResult.GetValue(directory) ?? ".")
                .Select(name => new CompletionItem(name));

    /// <summary>Whether warnings count as errors; notes, such as example values, do not.</summary>
    public static Option<bool> Strict() => new("--strict") { Description = "Treat warnings as errors" };
}
