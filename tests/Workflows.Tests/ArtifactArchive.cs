using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Workflows.Tests;

/// <summary>The zip file of an artifact, also one that the upload action would not write.</summary>
internal sealed class ArtifactArchive
{
    private const int PlainFile = 0x81A4;
    private const int Link = 0xA1FF;

    private readonly Dictionary<string, byte[]> _files = [];
    private readonly List<(string Name, string Target)> _links = [];
    private readonly List<string> _twice = [];

    /// <summary>By how many bytes the archive's directory understates each file that is larger.</summary>
    public int Understate { get; set; }

    /// <summary>Adds or replaces a file.</summary>
    public void Add(string name, byte[] content) => _files[name] = content;

    /// <summary>Removes a file.</summary>
    public void Remove(string name) => _files.Remove(name);

    /// <summary>Adds a symbolic link.</summary>
    public void AddLink(string name, string target) => _links.Add((name, target));

    /// <summary>Adds a second file of the same name.</summary>
    public void AddTwice(string name) => _twice.Add(name);

    /// <summary>Writes the archive.</summary>
    public void Write(string path)
    {
        using (var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create))
        {
            foreach (
                var (name, content) in _files.Concat(_twice.Select(name => KeyValuePair.Create(name, _files[name])))
            )
            {
                Add(archive, name, content, PlainFile);
            }

            foreach (var (name, target) in _links)
            {
                Add(archive, name, Encoding.UTF8.GetBytes(target), Link);
            }
        }

        if (Understate > 0)
        {
            File.WriteAllBytes(path, Understated(File.ReadAllBytes(path)));
        }
    }

    private static void Add(ZipArchive archive, string name, byte[] content, int mode)
    {
        var entry = archive.CreateEntry(name);
        entry.ExternalAttributes = mode << 16;
        using var stream = entry.Open();
        stream.Write(content);
    }

    // Entries of the central directory begin with PK\1\2; 24 bytes on stands the size.
    private byte[] Understated(byte[] archive)
    {
        for (var at = 0; at + 46 <= archive.Length; at++)
        {
            if (archive.AsSpan(at, 4).SequenceEqual("PK\u0001\u0002"u8))
            {
                var size = archive.AsSpan(at + 24, 4);
                var stated = BinaryPrimitives.ReadInt32LittleEndian(size);
                BinaryPrimitives.WriteInt32LittleEndian(size, stated > Understate ? stated - Understate : stated);
            }
        }

        return archive;
    }
}
