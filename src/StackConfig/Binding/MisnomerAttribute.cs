namespace StackConfig.Binding;

/// <summary>A key that users write into a record although another setting has its meaning. It is refused with a suggestion.</summary>
/// <param name="key">The key that is refused, such as <c>spot</c>.</param>
/// <param name="meant">What to write instead, such as <c>capacity.kind: spot</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class MisnomerAttribute(string key, string meant) : Attribute
{
    /// <summary>The key that is refused.</summary>
    public string Key { get; } = key;

    /// <summary>What to write instead.</summary>
    public string Meant { get; } = meant;
}
