using System.Collections;
using Pulumi;

namespace Infra.Tests.Preview.Recording;

/// <summary>A list that tells whether its items are enumerated within a run of the SDK, which itself reads them by their index.</summary>
public sealed class WatchedCollection : List<object>, IEnumerable
{
    private readonly TaskCompletionSource<bool> _isWithinRun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the first enumeration.</summary>
    public Task<bool> IsWithinRun => _isWithinRun.Task;

    IEnumerator IEnumerable.GetEnumerator()
    {
        _isWithinRun.TrySetResult(HasDeployment());
        return GetEnumerator();
    }

    private static bool HasDeployment()
    {
        try
        {
            return Deployment.Instance is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
