using System.CommandLine;

namespace Infra.Commands;

/// <summary>The answers to the questions of <c>init</c>: options first, then what a person types, then defaults.</summary>
/// <param name="arguments">The command line.</param>
/// <param name="input">What a person types; null where nobody can be asked.</param>
/// <param name="prompts">Where questions are written.</param>
internal sealed class InitAnswers(ParseResult arguments, TextReader? input, TextWriter prompts)
{
    private readonly List<string> _missing = [];
    private readonly List<string> _invalid = [];

    /// <summary>What is wrong with the options; none where every question has an answer.</summary>
    public IEnumerable<string> Problems =>
        _missing.Count == 0
            ? _invalid
            :
            [
                .. _invalid,
                $"missing: {string.Join(", ", _missing)}. Set them, or run init on a terminal, which asks for them.",
            ];

    /// <summary>Whether an option answers a question.</summary>
    public bool Has(InitQuestion question) => arguments.GetValue(question.Option) is not null;

    /// <summary>Adds a problem that only several answers together have.</summary>
    public void Refuse(InitQuestion question, string message) => _invalid.Add($"{question.Option.Name}: {message}");

    /// <summary>The answer to a question; null, with a problem, for none.</summary>
    /// <typeparam name="T">The type of its setting.</typeparam>
    /// <param name="question">The question.</param>
    /// <param name="fallback">The answer where none is given; null where one is required.</param>
    public T? Get<T>(InitQuestion question, string? fallback = null)
        where T : class
    {
        if (arguments.GetValue(question.Option) is { } given)
        {
            return Parse<T>(question, given);
        }

        var answer = input is null ? fallback : Ask(question, fallback);
        if (answer is null)
        {
            _missing.Add(question.Option.Name);
        }

        return answer is null ? null : Parse<T>(question, answer);
    }

    private T? Parse<T>(InitQuestion question, string answer)
        where T : class
    {
        var value = question.Type.Parse(answer) as T;
        if (value is null)
        {
            Refuse(question, question.Refuse(answer));
        }

        return value;
    }

    /// <summary>Asks until an answer is allowed; at the end of the input, the default.</summary>
    private string? Ask(InitQuestion question, string? fallback)
    {
        while (true)
        {
            prompts.Write(fallback is null ? $"{question.Prompt}: " : $"{question.Prompt} [{fallback}]: ");
            if (input!.ReadLine()?.Trim() is not { } line)
            {
                prompts.WriteLine();
                return fallback;
            }

            var answer = line.Length == 0 ? fallback ?? "" : line;
            if (question.Type.Parse(answer) is not null)
            {
                return answer;
            }

            prompts.WriteLine(question.Refuse(answer));
        }
    }
}
