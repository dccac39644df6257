namespace StackConfig.Binding;

/// <summary>A key that users write into a record although another setting has its meaning. It is refused with a suggestion.</summary>
/// <param name="key">The key that is refused, such as <c>spot</c>.</param>
/// <param name="replacement">What to write instead, such as <c>capacity.kind: spot</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class MisnomerAttribute(string key, string replacement) : Attribute
{
    /// <summary>The key that is refused.</summary>
    public string Key { get; } = key;

    /// <summary>What to write instead.</summary>
    public string Replacement { get; } = replacement;
}
