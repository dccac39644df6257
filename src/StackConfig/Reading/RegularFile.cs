using System.Formats.Tar;

namespace StackConfig.Reading;

/// <summary>Reads regular files of limited size. A pipe would block for ever, and a device might never end.</summary>
internal static class RegularFile
{
    /// <summary>The bytes of a file.</summary>
    /// <exception cref="IOException">It is not a regular file, or is larger than <paramref name="maxBytes"/>.</exception>
    internal static byte[] Read(string path, int maxBytes)
    {
        if (!IsRegular(new FileInfo(path)))
        {
            throw new IOException("it is not a regular file.");
        }

        using var file = File.OpenRead(path);
        var bytes = GC.AllocateUninitializedArray<byte>(maxBytes + 1);
        var count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return count <= maxBytes ? bytes[..count] : throw new IOException($"it is larger than {maxBytes >> 20} MiB.");
    }

    /// <summary>Whether a path leads to a regular file. Only such a file has a length, unless it is empty.</summary>
    private static bool IsRegular(FileInfo file)
    {
        var target = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        return !Directory.Exists(target.FullName) && (target.Length > 0 || IsArchivedAsFile(target.FullName));
    }

    /// <summary>The type of a file that has no length. .NET reveals it only in an archive, where it does not open special files.</summary>
    private static bool IsArchivedAsFile(string path)
    {
        using var archive = new MemoryStream();
        try
        {
            using var writer = new TarWriter(archive, leaveOpen: true);
            writer.WriteEntry(path, "file");
        }
        catch (IOException)
        {
            // A socket cannot be archived.
            return false;
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry() is { EntryType: TarEntryType.RegularFile };
    }
}
