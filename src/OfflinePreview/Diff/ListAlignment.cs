using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>Aligns the items of two lists, so that an inserted item does not shift all that follow.</summary>
internal static class ListAlignment
{
    // Beyond this many comparisons items belong together by position.
    private const int MaxComparisons = 1_000_000;

    /// <summary>Pairs of positions in order; null where an item has no partner.</summary>
    public static IEnumerable<(int? Old, int? New)> Align(
        ImmutableArray<PlanValue> before,
        ImmutableArray<PlanValue> after
    )
    {
        var start = before.Zip(after).TakeWhile(pair => pair.First.Equals(pair.Second)).Count();
        var rest = Math.Min(before.Length, after.Length) - start;
        var end = before
            .Reverse()
            .Zip(after.Reverse())
            .Take(rest)
            .TakeWhile(pair => pair.First.Equals(pair.Second))
            .Count();
        var equal = LongestCommonSubsequence(before[start..^end], after[start..^end])
            .Select(pair => (pair.Old + start, pair.New + start))
            .Append((before.Length - end, after.Length - end));
        var (old, @new) = (start, start);
        foreach (var (nextOld, nextNew) in equal)
        {
            for (; old < nextOld || @new < nextNew; old++, @new++)
            {
                yield return (old < nextOld ? old : null, @new < nextNew ? @new : null);
            }

            (old, @new) = (nextOld + 1, nextNew + 1);
        }
    }

    // The longest common subsequence.
    private static IEnumerable<(int Old, int New)> LongestCommonSubsequence(
        ImmutableArray<PlanValue> before,
        ImmutableArray<PlanValue> after
    )
    {
        if ((long)before.Length * after.Length > MaxComparisons)
        {
            yield break;
        }

        var lengths = Lengths(before, after);
        for (int old = 0, @new = 0; old < before.Length && @new < after.Length; )
        {
            if (before[old].Equals(after[@new]))
            {
                yield return (old++, @new++);
            }
            else if (lengths[old + 1, @new] >= lengths[old, @new + 1])
            {
                old++;
            }
            else
            {
                @new++;
            }
        }
    }

    private static int[,] Lengths(ImmutableArray<PlanValue> before, ImmutableArray<PlanValue> after)
    {
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (var old = before.Length - 1; old >= 0; old--)
        {
            for (var @new = after.Length - 1; @new >= 0; @new--)
            {
                lengths[old, @new] = before[old].Equals(after[@new])
                    ? lengths[old + 1, @new + 1] + 1
                    : Math.Max(lengths[old + 1, @new], lengths[old, @new + 1]);
            }
        }

        return lengths;
    }
}
