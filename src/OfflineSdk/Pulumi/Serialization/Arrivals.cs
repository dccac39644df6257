using System.Collections;

namespace Pulumi.Serialization;

/// <summary>Looks for outputs that are not there yet, without making anything of the values that they stand among.</summary>
internal sealed class Arrivals
{
    private readonly List<Task> _missing = [];

    private Arrivals() { }

    /// <summary>Ends when every output in a value is there; fails when one of them does, or something in it cannot go over the wire.</summary>
    public static Task WaitAsync(object? value)
    {
        try
        {
            var arrivals = new Arrivals();
            arrivals.Visit(value);
            return arrivals._missing.Count == 0 ? Task.CompletedTask : LaterAsync(arrivals._missing);
        }
        catch (Exception failure)
        {
            return Task.FromException(failure);
        }

        // An output may hold others, so what is there is looked through once more.
        async Task LaterAsync(List<Task> missing)
        {
            await Task.WhenAll(missing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await WaitAsync(value);
        }
    }

    /// <summary>Looks through a value.</summary>
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

    /// <summary>Looks through a value that has a name.</summary>
    /// <exception cref="NotSupportedException">The value cannot go over the wire; says which.</exception>
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
        if (output.Present is { } data)
        {
            Visit(data.IsKnown ? data.Untyped : null);
        }
        else if (output.Completion.IsCompleted)
        {
            output.Completion.GetAwaiter().GetResult(); // a failure comes out here
        }
        else
        {
            _missing.Add(output.Completion);
        }
    }
}
