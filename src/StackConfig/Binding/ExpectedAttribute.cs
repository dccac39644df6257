namespace StackConfig.Binding;

/// <summary>Describes what a property allows, as the end of a message: "Allowed: …".</summary>
/// <param name="words">The words, such as <c>a label of DNS: lower-case letters, digits and `-`</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExpectedAttribute(string words) : Attribute
{
    /// <summary>The words.</summary>
    public string Words { get; } = words;
}
