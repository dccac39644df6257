namespace Infra.Validation.Names;

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
        var takers = Takers(stack, name);
        foreach (var one in stack.Servings)
        {
            if (takers[name(one)].Key is var taker && taker != one.Key)
            {
                report.At(one.Key).Error(key, $"is taken by {taker}; accepted: a name that no other has");
            }
        }
    }

    /// <summary>The Services that a serving has besides the one of its clients: for its pods, and for its smoke test.</summary>
    private static void CheckOwnServices(CheckedStack stack, Report report)
    {
        var (forPods, forTests) = (Takers(stack, Pods), Takers(stack, SmokeTest));
        foreach (var one in stack.Servings)
        {
            var service = Service(one);
            if ((forPods.GetValueOrDefault(service) ?? forTests.GetValueOrDefault(service)) is { } taker)
            {
                report
                    .At(one.Key)
                    .Error(
                        "service.name",
                        $"is that of a Service that {taker.Key} has for its pods or its smoke test; accepted: a name that no serving has, also "
                            + "not with -smoke-test"
                    );
            }

            if (forTests.GetValueOrDefault(Pods(one)) is { } tested)
            {
                report
                    .At(one.Key)
                    .Error("name", $"is that of the smoke test of {tested.Key}; accepted: a name that no other has");
            }
        }
    }

    private static Dictionary<string, CheckedServing> Takers(CheckedStack stack, Func<CheckedServing, string> name) =>
        stack.Servings.DistinctBy(name, StringComparer.Ordinal).ToDictionary(name, StringComparer.Ordinal);

    private static string Pods(CheckedServing one) => InNamespace(one, one.Serving.Name);

    private static string SmokeTest(CheckedServing one) => InNamespace(one, one.Serving.SmokeTestName);

    private static string Service(CheckedServing one) => InNamespace(one, one.Serving.ServiceName);

    private static string InNamespace(CheckedServing one, string name) => $"{one.Serving.Namespace}/{name}";
}
