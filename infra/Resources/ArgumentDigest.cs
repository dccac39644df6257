using System.Buffers;
using System.Text.Json;
using Infra.Model.Names;
using OfflinePreview.Output;
using OfflinePreview.Recording;
using Pulumi;

namespace Infra.Resources;

/// <summary>A digest of resource arguments that changes with each value in them and is equal on every machine.</summary>
internal static class ArgumentDigest
{
    /// <summary>Computes the digest.</summary>
    /// <param name="length">The number of characters.</param>
    /// <param name="args">The arguments; all values must be known.</param>
    public static string Compute(int length, params IEnumerable<ResourceArgs> args)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        foreach (var one in args)
        {
            json.WriteValue(ArgumentReader.Read(one));
        }

        json.WriteEndArray();
        json.Flush();
        return ShortHash.Compute(buffer.WrittenSpan, length);
    }
}
