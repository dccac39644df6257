using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace OfflinePreview.Output;

/// <summary>Writes the difference of two texts as <c>diff -u</c> does, without the names of files.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The hunks, each with its head; nothing when the texts are equal.</summary>
    public static IReadOnlyList<string> Lines(string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(
            before.TrimEnd('\n'),
            after.TrimEnd('\n'),
            ignoreWhiteSpace: false,
            ignoreCase: false,
            new LineChunker()
        );
        var (old, now) = (before.Length == 0 ? [] : diff.PiecesOld, after.Length == 0 ? [] : diff.PiecesNew);
        return [.. Hunks(diff.DiffBlocks).SelectMany(hunk => Hunk(hunk, old, now))];
    }

    // Changes belong to one hunk where their contexts meet.
    private static List<List<DiffBlock>> Hunks(IEnumerable<DiffBlock> blocks)
    {
        var hunks = new List<List<DiffBlock>>();
        foreach (var block in blocks)
        {
            if (hunks.Count > 0 && block.DeleteStartA <= EndOf(hunks[^1][^1]) + 2 * Context)
            {
                hunks[^1].Add(block);
            }
            else
            {
                hunks.Add([block]);
            }
        }

        return hunks;
    }

    private static IEnumerable<string> Hunk(
        List<DiffBlock> blocks,
        IReadOnlyList<string> old,
        IReadOnlyList<string> now
    )
    {
        var lead = Math.Min(Context, blocks[0].DeleteStartA);
        var (start, newStart) = (blocks[0].DeleteStartA - lead, blocks[0].InsertStartB - lead);
        var end = Math.Min(EndOf(blocks[^1]) + Context, old.Count);
        var newEnd = Math.Min(blocks[^1].InsertStartB + blocks[^1].InsertCountB + Context, now.Count);
        yield return $"@@ -{Range(start, end, old)} +{Range(newStart, newEnd, now)} @@";
        var next = start;
        foreach (var block in blocks)
        {
            foreach (var line in Between(old, next, block.DeleteStartA).Select(line => $" {line}"))
            {
                yield return line;
            }

            next = Math.Min(EndOf(block), old.Count);
            foreach (var line in Between(old, block.DeleteStartA, next).Select(line => $"-{line}"))
            {
                yield return line;
            }

            foreach (
                var line in Between(now, block.InsertStartB, block.InsertStartB + block.InsertCountB)
                    .Select(line => $"+{line}")
            )
            {
                yield return line;
            }
        }

        foreach (var line in Between(old, next, end).Select(line => $" {line}"))
        {
            yield return line;
        }
    }

    private static int EndOf(DiffBlock block) => block.DeleteStartA + block.DeleteCountA;

    private static string Range(int start, int end, IReadOnlyList<string> lines) =>
        lines.Count == 0 ? "0,0" : $"{start + 1},{end - start}";

    private static IEnumerable<string> Between(IReadOnlyList<string> lines, int start, int end) =>
        lines.Take(end).Skip(start);
}
