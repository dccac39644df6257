namespace Pulumi;

public static partial class Output
{
    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2) =>
        Join(item1, item2, (one, two) => (one, two));

    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2) =>
        Tuple(item1.ToOutput(), item2.ToOutput());

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3) =>
        Tuple(Tuple(item1, item2), item3).Apply(v => (v.Item1.Item1, v.Item1.Item2, v.Item2));

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput());

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(
        Output<T1> item1,
        Output<T2> item2,
        Output<T3> item3,
        Output<T4> item4
    ) =>
        Tuple(Tuple(item1, item2), Tuple(item3, item4))
            .Apply(v => (v.Item1.Item1, v.Item1.Item2, v.Item2.Item1, v.Item2.Item2));

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(
        Input<T1> item1,
        Input<T2> item2,
        Input<T3> item3,
        Input<T4> item4
    ) => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput());

    /// <summary>Applies <paramref name="join"/> to two values; the result is unknown if one of them is.</summary>
    internal static Output<TResult> Join<T1, T2, TResult>(
        Output<T1> first,
        Output<T2> second,
        Func<T1, T2, TResult> join
    ) =>
        first.Bind(one =>
            second.Then(two => one.Combine(two, one.IsKnown && two.IsKnown ? join(one.Value, two.Value) : default!))
        );
}
