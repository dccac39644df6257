using System.CommandLine;
using System.CommandLine.Parsing;
using StackConfig.Binding;
using StackConfig.Reading;

namespace Infra.Commands;

/// <summary>Formats the errors of a command line, with suggestions for misspelled commands and options.</summary>
internal static class UsageErrors
{
    /// <summary>The messages, without those that follow from others.</summary>
    public static IEnumerable<string> Format(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [[not '-', ..] name, ..])
        {
            var known = command.Subcommands.Select(one => one.Name).ToList();
            return
            [
                $"'{KeyPath.Shown(name)}' is not a command.{DidYouMean.Sentence(name, known)} Allowed: {AllowedValues.Format(known)}",
            ];
        }

        var unknown = FindUnknown(parsed);
        var own = unknown.Select(one => Refuse(one.Option, parsed.CommandResult)).ToList();
        var replaced = unknown.SelectMany(one => new[] { one.Token, one.Value }).OfType<string>().ToList();
        var others = parsed
            .Errors.Select(error => error.Message.ReplaceLineEndings(" "))
            .Where(message => !replaced.Exists(token => message.Contains($"'{token}'", StringComparison.Ordinal)))
            .Where(message => !own.Exists(refusal => IsConsequence(message, refusal, parsed.CommandResult)));
        return own.Concat(others).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The unknown options, each with the token that has it and what seems to be its value. The library takes them for arguments.</summary>
    private static List<(string Option, string Token, string? Value)> FindUnknown(ParseResult parsed)
    {
        var values = Options(parsed.CommandResult)
            .Select(parsed.GetResult)
            .SelectMany(result => result?.Tokens ?? [])
            .ToHashSet(ReferenceEqualityComparer.Instance);
        var tokens = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).ToList();
        return
        [
            .. from entry in tokens.Index()
            let token = entry.Item
            where token is { Type: TokenType.Argument, Value: ['-', _, ..] } && !values.Contains(token)
            let next = tokens.ElementAtOrDefault(entry.Index + 1)
            select (token.Value.Split('=')[0], token.Value, next?.Type == TokenType.Argument ? next.Value : null),
        ];
    }

    private static string Refuse(string option, CommandResult command)
    {
        var options = Options(command).ToList();
        if (options.Exists(known => known.Name == option || known.Aliases.Contains(option)))
        {
            return $"'{option}' must come after the command {command.Command.Name}.";
        }

        var owner = command.Parent is null ? "" : $" of {command.Command.Name}";
        var suggestion = DidYouMean.Sentence(option, options.SelectMany(known => known.Aliases.Prepend(known.Name)));
        var allowed = suggestion.Length > 0 ? "" : $" Allowed: {AllowedValues.Format(options.Select(one => one.Name))}";
        return $"'{KeyPath.Shown(option)}' is not an option{owner}.{suggestion}{allowed}";
    }

    /// <summary>Whether a message is about the option that was misspelled.</summary>
    private static bool IsConsequence(string message, string refusal, CommandResult command) =>
        Options(command)
            .Any(option =>
                refusal.Contains($"\"{option.Name}\"", StringComparison.Ordinal)
                && message.Contains(option.Name, StringComparison.Ordinal)
            );

    private static IEnumerable<Option> Options(CommandResult? command) =>
        command is null
            ? []
            : command
                .Command.Options.Where(option => !option.Hidden)
                .Concat(Options(command.Parent as CommandResult).Where(option => option.Recursive));
}
