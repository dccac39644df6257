namespace Infra.Settings.Rules.Names;

/// <summary>
/// Two objects of one kind in one namespace cannot share a name; nor can two servings of a stack, whichever their namespaces. A
/// LeaderWorkerSet makes a Service of its own name, through which its pods find each other.
/// </summary>
/// <remarks>Source: <c>CreateHeadlessServiceIfNotExists</c> in the controller of LWS.</remarks>
public sealed class NamesAreUnique : IRule
{
    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        Check(stack, report, "name", one => one.Serving.Name);
        Check(stack, report, "service.name", Service);
        CheckOwnServices(stack, report);
    }

    private static void Check(CheckedStack stack, Report report, string key, Func<CheckedServing, string> name)
    {
        foreach (var same in stack.Servings.GroupBy(name, StringComparer.Ordinal))
        {
            foreach (var later in same.Skip(1))
            {
                report.At(later.Key).Error(key, $"is taken by {same.First().Key}; accepted: a name that no other has");
            }
        }
    }

    private static void CheckOwnServices(CheckedStack stack, Report report)
    {
        var takers = new Dictionary<string, CheckedServing>(StringComparer.Ordinal);
        foreach (var one in stack.Servings)
        {
            takers.TryAdd($"{one.Serving.Namespace}/{one.Serving.Name}", one);
        }

        foreach (var one in stack.Servings)
        {
            if (takers.TryGetValue(Service(one), out var taker))
            {
                report
                    .At(one.Key)
                    .Error(
                        "service.name",
                        $"is that of the Service that {taker.Key} has for its pods; accepted: a name that no serving has"
                    );
            }
        }
    }

    private static string Service(CheckedServing one) => $"{one.Serving.Namespace}/{one.Serving.ServiceName}";
}
