namespace StackConfig.Binding;

/// <summary>Says in words what a property accepts, as the end of the sentence "accepted: …".</summary>
/// <param name="words">The words, such as <c>a label of DNS: lower-case letters, digits and `-`</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExpectedAttribute(string words) : Attribute
{
    /// <summary>The words.</summary>
    public string Words { get; } = words;
}
