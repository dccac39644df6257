using Pulumi.Serialization;

namespace Pulumi;

public abstract class InputArgs
{
    private protected InputArgs() { }

    /// <summary>The values of the members marked with <see cref="InputAttribute"/>, by the name on the wire.</summary>
    internal IEnumerable<KeyValuePair<string, object?>> GetInputs() =>
        InputMember.Of(GetType()).Select(member => KeyValuePair.Create(member.Name, member.Read(this)));
}

public abstract class ResourceArgs : InputArgs
{
    public static readonly ResourceArgs Empty = new EmptyArgs();

    private sealed class EmptyArgs : ResourceArgs;
}

public abstract class InvokeArgs : InputArgs
{
    public static readonly InvokeArgs Empty = new EmptyArgs();

    private sealed class EmptyArgs : InvokeArgs;
}
