using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() => TestAsync(mocks, options, Create<TStack>);

    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks,
        IServiceProvider serviceProvider,
        TestOptions? options = null
    )
        where TStack : Stack =>
        TestAsync(
            mocks,
            options,
            () =>
                serviceProvider.GetService(typeof(TStack)) as TStack
                ?? throw new InvalidOperationException($"The service provider has no {typeof(TStack)}.")
        );

    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<IDictionary<string, object?>> createResources
    )
    {
        IDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;
        var resources = await TestAsync(testMocks, testOptions, CreateStack);
        return ([.. resources.Where(resource => resource is not Stack)], outputs);

        Stack CreateStack()
        {
            var stack = new Stack();
            outputs = createResources();
            return stack;
        }
    }

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<Task<IDictionary<string, object?>>> createResources
    ) => TestAsync(testMocks, testOptions, () => createResources().GetAwaiter().GetResult());

    // Asynchronous, so that the value of the AsyncLocal is limited to this method.
    private static async Task<ImmutableArray<Resource>> TestAsync(
        IMocks mocks,
        TestOptions? options,
        Func<Stack> createStack
    )
    {
        if (Current.Value is not null)
        {
            throw new InvalidOperationException("A run cannot start within another run.");
        }

        var deployment = new DeploymentInstance(mocks, options ?? new TestOptions());
        Current.Value = deployment;
        // Without a synchronization context, a program can block on an output without a deadlock.
        var errors = SynchronizationContext.Current is null
            ? await deployment.RunAsync(createStack)
            : await Task.Run(() => deployment.RunAsync(createStack));
        return errors switch
        {
            [] => deployment.Resources,
            [var error] => throw new RunException(error),
            _ => throw new AggregateException(errors.Select(error => new RunException(error))),
        };
    }

    private static TStack Create<TStack>()
        where TStack : Stack =>
        (TStack)
            Activator.CreateInstance(
                typeof(TStack),
                BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions,
                binder: null,
                args: null,
                culture: null
            )!;
}
