namespace StackConfig.Reading;

/// <summary>Finds the word that a misspelled one probably means.</summary>
public static class DidYouMean
{
    private const int MaxWordLength = 64;

    /// <summary>A sentence with a leading space, <c> Did you mean "topology"?</c>; empty if no known word is similar.</summary>
    /// <remarks>
    /// Near is what at most two letters, or a third of them in longer words, make different: one left out, added or replaced, or two
    /// neighbors swapped. In words of up to three letters it is one. Capitals count as small letters.
    /// </remarks>
    /// <param name="written">What was written.</param>
    /// <param name="known">What would have been accepted.</param>
    public static string Sentence(string written, IEnumerable<string> known)
    {
        if (written.Length > MaxWordLength)
        {
            return "";
        }

        var limit = written.Length < 4 ? 1 : Math.Max(2, written.Length / 3);
        var lower = written.ToLowerInvariant();
        var nearest = known
            .Where(word => Math.Abs(word.Length - written.Length) <= limit)
            .Select(word => (Word: word, Distance: Distance(lower, word.ToLowerInvariant())))
            .Where(near => near.Distance <= limit && near.Distance < near.Word.Length)
            .OrderBy(near => near.Distance)
            .Select(near => near.Word)
            .FirstOrDefault();
        return nearest is null ? "" : $" Did you mean \"{nearest}\"?";
    }

    /// <summary>The distance of Damerau and Levenshtein, in the form that changes no letter twice.</summary>
    private static int Distance(string first, string second)
    {
        var distances = new int[first.Length + 1, second.Length + 1];
        for (var i = 0; i <= first.Length; i++)
        {
            for (var j = 0; j <= second.Length; j++)
            {
                distances[i, j] = i == 0 || j == 0 ? i + j : Step(distances, first, second, i, j);
            }
        }

        return distances[first.Length, second.Length];
    }

    private static int Step(int[,] distances, string first, string second, int i, int j)
    {
        var replaced = distances[i - 1, j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1);
        var step = Math.Min(replaced, Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1);
        var areSwapped = i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1];
        return areSwapped ? Math.Min(step, distances[i - 2, j - 2] + 1) : step;
    }
}
