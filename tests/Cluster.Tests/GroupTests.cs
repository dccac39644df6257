using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Cluster.Servers;
using Tests.Shared.Servers;

namespace Cluster.Tests;

/// <summary>The servers that simulate the containers of a serving, on this machine.</summary>
public sealed class GroupTests
{
    private static readonly HttpClient Client = new();

    [Fact]
    public async Task The_model_server_is_healthy_while_the_whole_group_is_registered()
    {
        await using var manager = new ResourceManager(expiry: TimeSpan.FromSeconds(3));
        await manager.StartAsync();
        await using var server = new ModelServer(null, manager.Address, members: 2);
        await using var proxy = new GroupMember(manager.Address, "leader");
        await Wait.UntilAsync(() => manager.Members == 1);
        await server.StartAsync();
        await Wait.UntilAsync(() => server.Polls > 1);
        Assert.Equal(HttpStatusCode.InternalServerError, await GetHealthAsync(server));

        var worker = new GroupMember(manager.Address, "worker");
        await WaitForHealthAsync(server, HttpStatusCode.OK);
        await worker.DisposeAsync();
        await WaitForHealthAsync(server, HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task The_model_server_answers_the_prompt_of_a_smoke_test()
    {
        await using var manager = new ResourceManager();
        await manager.StartAsync();
        await using var server = new ModelServer(null, manager.Address, members: 0);
        await server.StartAsync();
        await WaitForHealthAsync(server, HttpStatusCode.OK);

        using var answer = await Client.PostAsJsonAsync(
            new Uri($"{server.Endpoint}/generate"),
            new { prompt = "What?", max_tokens = 200 }
        );

        Assert.Equal(
            FakeJetStream.AnswerTo("What?"),
            (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["response"]!
        );
    }

    [Fact]
    public async Task The_servers_start_in_any_order()
    {
        await using var manager = new ResourceManager();
        await manager.StartAsync();
        await manager.DisposeAsync();
        await using var server = new ModelServer(null, manager.Address, members: 1);
        await server.StartAsync();
        await using var worker = new GroupMember(manager.Address, "worker");
        Assert.Equal(HttpStatusCode.InternalServerError, await GetHealthAsync(server));

        await manager.StartAsync();

        await WaitForHealthAsync(server, HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("--server_port=1")]
    [InlineData("serve")]
    public void Arguments_of_an_unknown_container_are_refused(string argument) =>
        Assert.Throws<InvalidOperationException>(() => ContainerRole.FromArguments([argument]));

    private static async Task WaitForHealthAsync(ModelServer server, HttpStatusCode expected)
    {
        for (var left = 300; await GetHealthAsync(server) is var actual && actual != expected; left--)
        {
            Assert.True(left > 0, $"The health check returns {actual}, not {expected}, after 30 seconds.");
            await Task.Delay(100);
        }
    }

    private static async Task<HttpStatusCode> GetHealthAsync(ModelServer server)
    {
        using var answer = await Client.GetAsync(new Uri($"{server.Endpoint}/healthcheck"));
        return answer.StatusCode;
    }
}
