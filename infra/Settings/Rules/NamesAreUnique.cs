namespace Infra.Settings.Rules;

/// <summary>
/// Two objects of one kind in one namespace cannot share a name; nor can two servings of a stack, whichever their namespaces.
/// </summary>
public sealed class NamesAreUnique : IRule
{
    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        Check(stack, report, "name", one => one.Serving.Name);
        Check(stack, report, "service.name", one => $"{one.Serving.Namespace}/{one.Serving.ServiceName}");
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
}
