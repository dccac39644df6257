using System.Collections.Immutable;
using System.CommandLine;
using Infra.Configuration;
using Infra.Model.Tpu;
using StackConfig.Binding;

namespace Infra.Commands;

/// <summary>A value that <c>init</c> takes from an option or asks for, with the rule of its setting.</summary>
/// <param name="Option">The option.</param>
/// <param name="Prompt">The question.</param>
/// <param name="Rule">Reads what is allowed, which other commands do not need.</param>
internal sealed record InitQuestion(Option<string?> Option, string Prompt, Func<ScalarType> Rule)
{
    private static readonly ImmutableArray<string> CapacityKinds = AllowedValues.ForEnum(typeof(CapacityKind));

    /// <summary>What is allowed.</summary>
    public ScalarType Type => Rule();

    /// <summary>The rule for models.</summary>
    public static ScalarType Model =>
        new($"{AllowedValues.Format(ModelChoice.Names)}, see init --help", ModelChoice.Find)
        {
            Known = ModelChoice.Names,
        };

    /// <summary>The rule for kinds of capacity.</summary>
    public static ScalarType Capacity =>
        new(AllowedValues.Format(CapacityKinds), text => CapacityKinds.Contains(text) ? text : null)
        {
            Known = CapacityKinds,
        };

    /// <summary>A question about a setting of a type that is written as one text.</summary>
    public static InitQuestion Create<T>(string option, string helpName, string description, string prompt) =>
        Create(option, helpName, description, prompt, () => ScalarTypes.All[typeof(T)]);

    /// <summary>A question with a rule of its own.</summary>
    public static InitQuestion Create(
        string option,
        string helpName,
        string description,
        string prompt,
        Func<ScalarType> rule
    ) => new(new(option) { Description = description, HelpName = helpName }, prompt, rule);

    /// <summary>What is wrong with an answer, without the name of the option.</summary>
    public string Refuse(string answer) => AllowedValues.Refuse(answer, Type.Known, Type.Accepted);
}
