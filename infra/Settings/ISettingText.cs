using System.Diagnostics.CodeAnalysis;

namespace Infra.Settings;

/// <summary>A value that is written as one text in a stack file and obeys a rule of its own.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface ISettingText<TSelf>
    where TSelf : ISettingText<TSelf>
{
    /// <summary>What is accepted, as the end of the sentence "accepted: …".</summary>
    static abstract string Accepted { get; }

    /// <summary>Reads <paramref name="text"/>; false when the rule does not allow it.</summary>
    static abstract bool TryParse(string text, [NotNullWhen(true)] out TSelf? value);
}
