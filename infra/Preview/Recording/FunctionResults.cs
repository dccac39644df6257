using Pulumi;

namespace Infra.Preview.Recording;

/// <summary>Finds the class of a function's result by the function's token.</summary>
/// <remarks>
/// The generated SDKs name it after the token: <c>gcp:container/getCluster:getCluster</c> has
/// <c>Pulumi.Gcp.Container.GetClusterResult</c>.
/// </remarks>
internal static class FunctionResults
{
    /// <summary>The class; null when there is none of that name.</summary>
    public static Type? ClassOf(string token)
    {
        if (token.Split(':') is not [var package, var path, var function])
        {
            return null;
        }

        var name = $"Pulumi.{package}.{path.Split('/')[0]}.{function}Result";
        return AppDomain
            .CurrentDomain.GetAssemblies()
            .Select(assembly => assembly.GetType(name, throwOnError: false, ignoreCase: true))
            .FirstOrDefault(type => type?.IsDefined(typeof(OutputTypeAttribute), false) ?? false);
    }
}
