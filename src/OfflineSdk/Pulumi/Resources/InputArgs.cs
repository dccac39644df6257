using Pulumi.Serialization;

namespace Pulumi;

public abstract class InputArgs
{
    private protected InputArgs() { }

    /// <summary>The values of the members marked with <see cref="InputAttribute"/>, by the name on the wire; without null ones.</summary>
    internal Dictionary<string, object?> GetInputs()
    {
        var inputs = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in InputMember.Of(GetType()))
        {
            if (member.Read(this) is { } value)
            {
                inputs.Add(member.Name, value);
            }
        }

        return inputs;
    }

    /// <summary>Looks for outputs that are not there yet.</summary>
    internal void Visit(Arrivals arrivals)
    {
        foreach (var member in InputMember.Of(GetType()))
        {
            arrivals.Visit(member.Name, member.Read(this));
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
