using System.Reflection;
using Pulumi;

namespace OfflinePreview.Recording;

/// <summary>Finds the class of a function's result by the function's token.</summary>
/// <remarks>
/// The generated SDKs name it after the token: <c>gcp:container/getCluster:getCluster</c> has
/// <c>Pulumi.Gcp.Container.GetClusterResult</c>.
/// </remarks>
internal static class FunctionResults
{
    /// <summary>The class; null if there is none of that name.</summary>
    public static Type? FindResultType(string token)
    {
        if (token.Split(':') is not [var package, var path, var function])
        {
            return null;
        }

        var name = $"Pulumi.{Pascal(package)}.{Pascal(path.Split('/')[0])}.{Pascal(function)}Result";
        var assemblies = AppDomain.CurrentDomain.GetAssemblies();
        return Find(assemblies, name, ignoreCase: false) ?? Find(assemblies, name, ignoreCase: true);
    }

    // Whatever the case, the runtime lists all types of an assembly first, and the official packages have many.
    private static Type? Find(Assembly[] assemblies, string name, bool ignoreCase) =>
        assemblies
            .Select(assembly => assembly.GetType(name, throwOnError: false, ignoreCase))
            .FirstOrDefault(type => type?.IsDefined(typeof(OutputTypeAttribute), false) ?? false);

    private static string Pascal(string word) => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..];
}
