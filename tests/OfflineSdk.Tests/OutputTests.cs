using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace OfflineSdk.Tests;

public sealed class OutputTests
{
    private static readonly Output<string> Plain = Output.Create("plain");
    private static readonly Output<string> Secret = Output.CreateSecret("secret");
    private static readonly Output<string> Unknown = OutputUtilities.CreateUnknown("");

    public static TheoryData<string> Compositions =>
        [nameof(Apply), nameof(Inner), nameof(All), nameof(Tuple), nameof(Format)];

    [Theory]
    [MemberData(nameof(Compositions))]
    public async Task A_value_derived_from_a_secret_is_secret(string composition)
    {
        var made = Compose(composition, Secret);

        Assert.True(await Output.IsSecretAsync(made));
        Assert.True(await OutputUtilities.GetIsKnownAsync(made));
        Assert.Contains("secret", await OutputUtilities.GetValueAsync(made));
    }

    [Theory]
    [MemberData(nameof(Compositions))]
    public async Task A_value_derived_from_an_unknown_is_unknown(string composition)
    {
        var made = Compose(composition, Unknown);

        Assert.False(await OutputUtilities.GetIsKnownAsync(made));
        Assert.False(await Output.IsSecretAsync(made));
        Assert.Null(await OutputUtilities.GetValueAsync(made));
    }

    [Theory]
    [MemberData(nameof(Compositions))]
    public async Task A_value_derived_from_an_output_depends_on_its_resource(string composition)
    {
        var run = new ScriptedRun();
        Thing? thing = null;
        Output<string>? made = null;
        await run.RunAsync(() =>
        {
            thing = new Thing("thing");
            made = Compose(composition, thing.Id);
        });

        Assert.Equal([thing!], await OutputUtilities.GetDependenciesAsync(made!));
        Assert.Contains("thing", await OutputUtilities.GetValueAsync(made!));
    }

    [Fact]
    public async Task Outputs_can_be_marked_secret_and_unmarked()
    {
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(Plain)));
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(Secret)));
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(Task.FromResult(1))));
    }

    [Fact]
    public async Task A_function_is_not_called_with_an_unknown_value()
    {
        var called = false;
        var made = Unknown.Apply(value => called = true);

        Assert.False(await OutputUtilities.GetIsKnownAsync(made));
        Assert.False(called);
    }

    [Fact]
    public async Task Apply_accepts_functions_that_return_a_task_an_output_or_an_input()
    {
        Assert.Equal(5, await OutputUtilities.GetValueAsync(Plain.Apply(text => Task.FromResult(text.Length))));
        Assert.Equal(5, await OutputUtilities.GetValueAsync(Plain.Apply(text => (Input<int>)text.Length)));
        Assert.True(await Output.IsSecretAsync(Plain.Apply(_ => Secret)));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Plain.Apply(_ => Unknown)));
    }

    [Fact]
    public async Task Formatting_is_invariant_and_takes_inputs_outputs_and_values()
    {
        Input<double> number = 1.5;
        var made = Output.Format($"{number:F2}/{Plain}/{3}/{(string?)null}");

        Assert.Equal("1.50/plain/3/", await OutputUtilities.GetValueAsync(made));
    }

    [Fact]
    public async Task A_missing_input_is_a_default_value()
    {
        Input<string>? missing = null;

        Assert.Null(await OutputUtilities.GetValueAsync(missing.ToOutput()));
        Assert.Throws<ArgumentNullException>(() => (Input<string>)(Output<string>)null!);
    }

    [Fact]
    public async Task All_keeps_the_order()
    {
        ImmutableArray<string> values = await OutputUtilities.GetValueAsync(Output.All(Secret, Plain));

        Assert.Equal<string>(["secret", "plain"], values);
    }

    [Fact]
    public async Task A_union_has_a_value_of_one_of_its_types()
    {
        InputUnion<int, string> number = 80;
        InputUnion<int, string> text = "http";

        Assert.Equal(80, (await OutputUtilities.GetValueAsync(number.ToOutput())).AsT0);
        Assert.True((await OutputUtilities.GetValueAsync(text.ToOutput())).IsT1);
        Assert.Equal("http", (await OutputUtilities.GetValueAsync(text.ToOutput())).Value);
        Assert.Equal((Union<int, string>)80, (Union<int, string>)80);
    }

    private static Output<string> Compose(string composition, Output<string> value) =>
        composition switch
        {
            nameof(Apply) => Apply(value),
            nameof(Inner) => Inner(value),
            nameof(All) => All(value),
            nameof(Tuple) => Tuple(value),
            _ => Format(value),
        };

    private static Output<string> Apply(Output<string> value) => value.Apply(text => $"<{text}>");

    private static Output<string> Inner(Output<string> value) => Plain.Apply(_ => value);

    private static Output<string> All(Output<string> value) =>
        Output.All(Plain, value, Plain).Apply(values => string.Concat(values));

    private static Output<string> Tuple(Output<string> value) =>
        Output.Tuple(Plain, Output.Create(1), value, Output.Create(true)).Apply(items => $"{items}");

    private static Output<string> Format(Output<string> value) => Output.Format($"--{Plain}={value}");
}
