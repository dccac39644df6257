using System.Net;
using System.Text.Json.Nodes;
using Engine.Tests.Protocol;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Engine.Tests.Engine;

/// <summary>Serves the two services of an engine on a free port of this machine.</summary>
internal sealed class GrpcServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private GrpcServer(WebApplication application) => _application = application;

    /// <summary>Where it listens, as <c>host:port</c>.</summary>
    public string Address => new Uri(_application.Urls.Single()).Authority;

    /// <summary>Starts to serve <paramref name="engine"/>.</summary>
    public static async Task<GrpcServer> StartAsync(EngineDouble engine)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2)
        );
        builder.Services.AddSingleton(engine);
        builder.Services.AddSingleton<IServiceMethodProvider<EngineDouble>>(new Methods(engine));
        builder.Services.AddGrpc(options => options.MaxReceiveMessageSize = null);
        var application = builder.Build();
        application.MapGrpcService<EngineDouble>();
        await application.StartAsync();
        return new(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    /// <summary>Serves the methods that the double knows. gRPC answers any other with UNIMPLEMENTED, which ends the program.</summary>
    private sealed class Methods(EngineDouble engine) : IServiceMethodProvider<EngineDouble>
    {
        public void OnServiceMethodDiscovery(ServiceMethodProviderContext<EngineDouble> context)
        {
            foreach (var method in Proto.Monitor.Methods.Concat(Proto.Engine.Methods))
            {
                if (engine.Methods.TryGetValue(method.Name, out var answer))
                {
                    Add(context, method, answer);
                }
            }
        }

        private static void Add(
            ServiceMethodProviderContext<EngineDouble> context,
            MethodDescriptor method,
            Func<JsonObject, Task<JsonObject>> answer
        ) => context.AddUnaryMethod(Proto.Method(method), [], (_, request, _) => answer(request));
    }
}
