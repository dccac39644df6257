using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tests.Shared.Servers;

/// <summary>An HTTP server, by default on a free local port, which it keeps after a restart.</summary>
internal sealed class LocalServer(RequestDelegate answer, IPEndPoint? endpoint = null) : IAsyncDisposable
{
    private readonly IPAddress _host = endpoint?.Address ?? IPAddress.Loopback;
    private WebApplication? _app;
    private int _port = endpoint?.Port ?? 0;

    /// <summary>Host and port.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_port}");

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(_host, _port));
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        _port = new Uri(app.Urls.Single()).Port;
        _app = app;
    }

    /// <summary>Stops like a killed process: requests in progress are cut off, and the port is closed.</summary>
    public async Task StopAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.StopAsync(new CancellationToken(canceled: true));
            await app.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    /// <summary>Sends the first half of a body whose whole length it announced, and cuts the connection.</summary>
    public static async Task TruncateAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }
}
