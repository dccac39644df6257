namespace Infra.Tests.Stacks;

/// <summary>A project with the stacks dev and prod, as a user has one; the one at the repository's root belongs to the user.</summary>
internal static class ExampleProject
{
    /// <summary>The folder of the stack files.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Infra.Tests", "Stacks");
}
