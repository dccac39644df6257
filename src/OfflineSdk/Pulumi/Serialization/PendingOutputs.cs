using System.Collections;

namespace Pulumi.Serialization;

/// <summary>Finds the incomplete outputs in a value, without converting the value.</summary>
internal sealed class PendingOutputs
{
    private readonly List<Task> _tasks = [];

    private PendingOutputs() { }

    /// <summary>Waits for every output in a value. Fails if one of them fails or a value cannot be serialized.</summary>
    public static Task WaitAsync(object? value)
    {
        try
        {
            var pending = new PendingOutputs();
            pending.Visit(value);
            return pending._tasks.Count == 0 ? Task.CompletedTask : ContinueWithAsync(pending._tasks);
        }
        catch (Exception failure)
        {
            return Task.FromException(failure);
        }

        // A completed output may contain others, so the value is searched again.
        async Task ContinueWithAsync(List<Task> missing)
        {
            await Task.WhenAll(missing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await WaitAsync(value);
        }
    }

    /// <summary>Searches a value.</summary>
    public void Visit(object? value)
    {
        switch (value)
        {
            case null or string or bool or int or double or IReadOnlyDictionary<string, string>:
                break;
            case IInput input:
                input.Visit(this);
                break;
            case IOutput output:
                Visit(output);
                break;
            case InputArgs args:
                args.Visit(this);
                break;
            case Resource:
                break;
            case IUnion union:
                Visit(union.Value);
                break;
            case IReadOnlyDictionary<string, object?> map:
                VisitEach(map);
                break;
            case IDictionary map:
                VisitEach(Serializer.Entries(map));
                break;
            case IList list when !Serializer.IsDefault(list):
                VisitItems(list);
                break;
            case not IList:
                Serializer.Scalar(value);
                break;
        }
    }

    /// <summary>Searches a named value.</summary>
    /// <exception cref="NotSupportedException">The value cannot be serialized; the message contains its name.</exception>
    public void Visit(string name, object? value)
    {
        try
        {
            Visit(value);
        }
        catch (NotSupportedException exception)
        {
            throw new NotSupportedException($"{name}: {exception.Message}", exception);
        }
    }

    private void VisitEach(IReadOnlyDictionary<string, object?> values)
    {
        foreach (var (name, value) in values)
        {
            Visit(name, value);
        }
    }

    private void VisitItems(IList list)
    {
        for (var index = 0; index < list.Count; index++)
        {
            Visit(list[index]);
        }
    }

    private void Visit(IOutput output)
    {
        if (output.CompletedData is { } data)
        {
            Visit(data.IsKnown ? data.Untyped : null);
        }
        else if (output.Completion.IsCompleted)
        {
            output.Completion.GetAwaiter().GetResult(); // rethrows the failure
        }
        else
        {
            _tasks.Add(output.Completion);
        }
    }
}
