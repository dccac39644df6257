using System.Runtime.ExceptionServices;
using Pulumi;

namespace OfflinePreview.Recording;

/// <summary>Constructs the stack when the SDK asks for it, and keeps what came of it.</summary>
internal sealed class StackFactory(Func<Stack> create) : IServiceProvider
{
    /// <summary>The stack; null until it is made.</summary>
    public Stack? Stack { get; private set; }

    /// <summary>What its constructor threw; the SDK passes on no more than a text.</summary>
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
