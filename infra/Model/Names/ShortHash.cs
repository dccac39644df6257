using System.Security.Cryptography;
using System.Text;

namespace Infra.Model.Names;

/// <summary>Short texts that tell others apart, the same on every machine: the beginning of a SHA-256 in lower-case hexadecimal digits.</summary>
internal static class ShortHash
{
    /// <summary>Computes the hash of a string.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">How many digits, at most 64.</param>
    public static string Compute(string text, int length) => Compute(Encoding.UTF8.GetBytes(text), length);

    /// <summary>The hash of bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="length">How many digits, at most 64.</param>
    public static string Compute(ReadOnlySpan<byte> bytes, int length) =>
        Convert.ToHexStringLower(SHA256.HashData(bytes))[..length];
}
