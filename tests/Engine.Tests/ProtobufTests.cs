using System.Reflection;
using System.Runtime.Loader;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Tests;

/// <summary>
/// The protobuf library that is restored beside the program. The SDK brings a fork with a higher limit of recursion: a package that
/// replaces it with Google's own breaks every stack that installs the LeaderWorkerSet controller, whose definitions nest deeper.
/// </summary>
public sealed class ProtobufTests
{
    private const int Depth = 150;

    [Fact]
    public void Messages_nested_150_deep_are_read()
    {
        var message = Enumerable
            .Range(0, Depth)
            .Aggregate(Value.ForNull(), (inner, _) => Value.ForList(inner))
            .ToByteArray();
        var parser = new AssemblyLoadContext("program")
            .LoadFromAssemblyPath(Path.GetFullPath("Google.Protobuf.dll", ProgramRun.ProgramFolder))
            .GetType(typeof(Value).FullName!, throwOnError: true)!
            .GetProperty(nameof(Value.Parser), BindingFlags.Static | BindingFlags.Public)!
            .GetValue(null)!;

        var read = parser.GetType().GetMethod("ParseFrom", [typeof(byte[])])!.Invoke(parser, [message])!;

        Assert.NotEqual(0, read.GetType().GetMethod("CalculateSize")!.Invoke(read, []));
    }
}
