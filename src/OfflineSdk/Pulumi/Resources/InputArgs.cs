using Pulumi.Serialization;

namespace Pulumi;

public abstract class InputArgs
{
    private protected InputArgs() { }

    /// <summary>The non-null values of the members with <see cref="InputAttribute"/>, by serialized name.</summary>
    internal Dictionary<string, object?> GetInputs()
    {
        var inputs = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in InputMember.GetAll(GetType()))
        {
            if (member.Read(this) is { } value)
            {
                inputs.Add(member.Name, value);
            }
        }

        return inputs;
    }

    /// <summary>Finds outputs that are not completed.</summary>
    internal void Visit(PendingOutputs pending)
    {
        foreach (var member in InputMember.GetAll(GetType()))
        {
            pending.Visit(member.Name, member.Read(this));
        }
    }
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
