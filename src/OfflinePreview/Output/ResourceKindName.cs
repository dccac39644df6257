using System.Text.Json;
using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>The kinds of resources as plans write them: <c>remoteComponent</c>.</summary>
internal static class ResourceKindName
{
    private static readonly string[] Names =
    [
        .. Enum.GetNames<ResourceKind>().Select(JsonNamingPolicy.CamelCase.ConvertName),
    ];

    /// <summary>The name of a kind.</summary>
    public static string Format(ResourceKind kind) => Names[(int)kind];

    /// <summary>The kind of that name; null if there is none.</summary>
    public static ResourceKind? Parse(string name) =>
        Array.IndexOf(Names, name) is >= 0 and var kind ? (ResourceKind)kind : null;
}
