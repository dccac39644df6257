using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

public sealed class DeploymentInstance
{
    private readonly IMocks _mocks;
    private readonly TestOptions _options;
    private readonly MockMonitor _monitor;
    private readonly Dictionary<string, string> _config = ReadConfig();
    private readonly Lock _gate = new();
    private readonly List<string> _errors = [];

    internal DeploymentInstance(IMocks mocks, TestOptions options)
    {
        _mocks = mocks;
        _options = options;
        _monitor = new MockMonitor(mocks, this);
    }

    public string StackName => _options.StackName ?? "stack";

    public string ProjectName => _options.ProjectName ?? "project";

    public string OrganizationName => _options.OrganizationName ?? "organization";

    public string RootDirectory =>
        _options.RootDirectory ?? throw new InvalidOperationException("The run has no root directory.");

    public bool IsDryRun => _options.IsPreview ?? true;

    internal Stack Stack
    {
        get => field ?? throw new InvalidOperationException("There is no current stack.");
        set;
    }

    internal TaskTracker Tasks { get; } = new();

    internal ImmutableArray<Resource> Resources => _monitor.Resources;

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        new(MockInvocation.InvokeAsync<T>(_mocks, token, args, options ?? new InvokeOptions()));

    /// <summary>The result, or the default value if it is unknown. The run does not fail with the task.</summary>
    public async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        (await MockInvocation.InvokeAsync<T>(_mocks, token, args, options ?? new InvokeOptions())).Value;

    internal string? GetConfig(string key) => _config.GetValueOrDefault(key);

    internal void LogError(string message)
    {
        lock (_gate)
        {
            _errors.Add(message);
        }
    }

    internal void Register(
        Resource resource,
        ResourceArgs args,
        ResourceOptions options,
        IReadOnlyDictionary<string, IOutputCompletion> outputs
    ) => Deployment.Track(_monitor.RegisterAsync(resource, args, options, outputs));

    internal void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs) =>
        Deployment.Track(_monitor.RegisterOutputsAsync(resource, outputs));

    /// <summary>Runs a program to completion and returns the errors.</summary>
    internal async Task<string[]> RunAsync(Func<Stack> createStack)
    {
        try
        {
            createStack().RegisterAssignedOutputs();
        }
        catch (Exception exception)
        {
            LogError(Describe(exception));
            return Errors();
        }

        foreach (var exception in await Tasks.WaitAsync())
        {
            LogError(Describe(exception));
        }

        return Errors();
    }

    private string[] Errors()
    {
        lock (_gate)
        {
            return [.. _errors];
        }
    }

    private static string Describe(Exception exception) =>
        exception switch
        {
            RunException or ResourceException { HideStack: true } => exception.Message,
            ResourceException => exception.ToString(),
            _ => $"Running the program failed with an unhandled exception:\n{exception}",
        };

    private static Dictionary<string, string> ReadConfig() =>
        Environment.GetEnvironmentVariable("PULUMI_CONFIG") is { Length: > 0 } text ? ParseConfig(text) : [];

    private static Dictionary<string, string> ParseConfig(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.EnumerateObject().ToDictionary(entry => entry.Name, entry => $"{entry.Value}");
    }
}
