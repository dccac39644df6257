namespace Engine.Tests.Protocol;

/// <summary>How a resource names another: by its URN, and a provider by its identifier, too.</summary>
internal sealed record Reference(string Urn, string? Id = null)
{
    /// <summary>A reference to a provider, written as <c>URN::ID</c>.</summary>
    public static Reference ToProvider(string text) =>
        text.LastIndexOf("::", StringComparison.Ordinal) is > 0 and var end
            ? new(text[..end], text[(end + 2)..])
            : new(text);

    public override string ToString() => Id is null ? Urn : $"{Urn}::{Id}";
}
