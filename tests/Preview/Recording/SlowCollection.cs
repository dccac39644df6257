using System.Collections;

namespace Infra.Tests.Preview.Recording;

/// <summary>A list that takes its time to hand out its items, each as an output.</summary>
public sealed class SlowCollection : List<object>, IEnumerable
{
    IEnumerator IEnumerable.GetEnumerator()
    {
        Thread.Sleep(TimeSpan.FromMilliseconds(200));
        return this.Select(Pulumi.Output.Create).GetEnumerator();
    }
}
