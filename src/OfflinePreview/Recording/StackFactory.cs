using System.Runtime.ExceptionServices;
using Pulumi;

namespace OfflinePreview.Recording;

/// <summary>Constructs the stack when the SDK asks for it, and keeps the stack or the failure.</summary>
internal sealed class StackFactory(Func<Stack> create) : IServiceProvider
{
    /// <summary>The stack; null until it is constructed.</summary>
    public Stack? Stack { get; private set; }

    /// <summary>The exception of its constructor, of which the SDK passes on the message only.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    /// <inheritdoc />
    public object GetService(Type serviceType)
    {
        try
        {
            return Stack = create();
        }
        catch (Exception failure)
        {
            Failure = ExceptionDispatchInfo.Capture(failure);
            throw;
        }
    }
}
