using System.Collections.Immutable;

namespace OfflinePreview.Output;

/// <summary>Names files for manifests.</summary>
public static class ManifestFiles
{
    private const int MaxNameLength = 200;

    /// <summary>A name for each manifest that no other has: <c>kind-namespace-name.yaml</c>, lower-case and safe.</summary>
    public static IReadOnlyList<string> Names(ImmutableArray<Manifest> manifests)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var manifest in manifests)
        {
            var wanted = SafeName(manifest.Title);
            var name = wanted;
            for (var number = 2; !taken.Add(name); number++)
            {
                name = $"{wanted}-{number}";
            }

            names.Add($"{name}.yaml");
        }

        return names;
    }

    private static string SafeName(string title)
    {
        var safe = string.Concat(title.ToLowerInvariant().Select(letter => IsSafe(letter) ? letter : '-'));
        return safe[..Math.Min(safe.Length, MaxNameLength)];
    }

    private static bool IsSafe(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-';
}
