using System.Diagnostics.CodeAnalysis;

/// <summary>Says which assemblies a process has loaded by its end: .NET runs this first where <c>DOTNET_STARTUP_HOOKS</c> names our assembly.</summary>
[SuppressMessage("Design", "MA0047:Declare types in namespaces", Justification = "The name that .NET asks for")]
internal static class StartupHook
{
    /// <summary>The variable that names the file to write.</summary>
    public const string FileVariable = "LOADED_ASSEMBLIES";

    public static void Initialize() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Write();

    private static void Write()
    {
        var loaded = AppDomain.CurrentDomain.GetAssemblies();
        File.WriteAllLines(
            Environment.GetEnvironmentVariable(FileVariable)!,
            loaded.Select(assembly => assembly.GetName().Name!)
        );
    }
}
