using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Pulumi;

namespace Engine.Tests.Protocol;

/// <summary>
/// The messages between program and engine as JSON. Their classes are internal to the SDK, but it carries their descriptors, which can
/// read and write any of them.
/// </summary>
internal static class Proto
{
    // The objects of the LeaderWorkerSet release nest deeper than JSON readers and protobuf allow by default.
    private const int MaxDepth = 10_000;

    /// <summary>Options for JSON as deep as these messages.</summary>
    public static readonly JsonSerializerOptions Deep = new(JsonSerializerDefaults.Web) { MaxDepth = MaxDepth };

    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default);
    private static readonly JsonParser Parser = new(new JsonParser.Settings(MaxDepth));

    /// <summary>The service through which the program registers resources.</summary>
    public static ServiceDescriptor Monitor { get; } = Find("Resource").Services.Single();

    /// <summary>The service through which the program logs.</summary>
    public static ServiceDescriptor Engine { get; } = Find("Engine").Services.Single();

    /// <summary>The service of the program through which the engine calls transforms and hooks.</summary>
    public static ServiceDescriptor Callbacks { get; } = Find("Callback").Services.Single();

    /// <summary>A method of a service, with messages as JSON.</summary>
    public static Method<JsonObject, JsonObject> Method(MethodDescriptor method) =>
        new(
            MethodType.Unary,
            method.Service.FullName,
            method.Name,
            Marshaller(method.InputType),
            Marshaller(method.OutputType)
        );

    /// <summary>The bytes of a message of the resource monitor.</summary>
    public static byte[] Encode(string message, JsonObject value) => Encode(Message(message), value);

    /// <summary>The message of the resource monitor that has these bytes.</summary>
    public static JsonObject Decode(string message, byte[] bytes) => Decode(Message(message), bytes);

    private static MessageDescriptor Message(string name) => Monitor.File.FindTypeByName<MessageDescriptor>(name);

    private static Marshaller<JsonObject> Marshaller(MessageDescriptor message) =>
        Marshallers.Create(value => Encode(message, value), bytes => Decode(message, bytes));

    private static byte[] Encode(MessageDescriptor message, JsonObject value) =>
        Parser.Parse(value.ToJsonString(Deep), message).ToByteArray();

    private static JsonObject Decode(MessageDescriptor message, byte[] bytes) =>
        JsonNode
            .Parse(Formatter.Format(message.Parser.ParseFrom(bytes)), documentOptions: new() { MaxDepth = MaxDepth })!
            .AsObject();

    private static FileDescriptor Find(string file) =>
        (FileDescriptor)
            typeof(Deployment)
                .Assembly.GetType($"Pulumirpc.{file}Reflection", throwOnError: true)!
                .GetProperty("Descriptor", BindingFlags.Static | BindingFlags.Public)!
                .GetValue(null)!;
}
