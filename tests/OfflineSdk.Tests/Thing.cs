using System.Collections.Immutable;
using Pulumi;

namespace OfflineSdk.Tests;

/// <summary>A resource with an output of every shape that the program relies on.</summary>
internal sealed class Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
    : CustomResource("test:index:Thing", name, args ?? new ThingArgs(), options)
{
    [Output("text")]
    public Output<string> Text { get; private set; } = null!;

    [Output("count")]
    public Output<int> Count { get; private set; } = null!;

    [Output("share")]
    public Output<double?> Share { get; private set; } = null!;

    [Output("flag")]
    public Output<bool> Flag { get; private set; } = null!;

    [Output("list")]
    public Output<ImmutableArray<string>> List { get; private set; } = null!;

    [Output("map")]
    public Output<ImmutableDictionary<string, int>> Map { get; private set; } = null!;

    [Output("nested")]
    public Output<ThingNested> Nested { get; private set; } = null!;

    [Output("color")]
    public Output<Color> Color { get; private set; } = null!;

    [Output("either")]
    public Output<Union<int, string>> Either { get; private set; } = null!;
}

internal sealed class ThingArgs : ResourceArgs
{
    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("count")]
    public Input<int>? Count { get; set; }

    [field: Input("list")]
    public InputList<string> List
    {
        get => field ??= [];
        set;
    }

    [field: Input("map")]
    public InputMap<string> Map
    {
        get => field ??= [];
        set;
    }

    [Input("either")]
    public InputUnion<int, string>? Either { get; set; }

    [Input("nested")]
    public Input<ThingNestedArgs>? Nested { get; set; }

    [Input("encoded", json: true)]
    public Input<bool>? Encoded { get; set; }
}

internal sealed class ThingNestedArgs : ResourceArgs
{
    [Input("must", required: true)]
    public Input<string> Must { get; set; } = null!;
}

[OutputType]
internal sealed class ThingNested
{
    public readonly string? Text;
    public readonly ImmutableArray<ThingNested> Children;

    [OutputConstructor]
    private ThingNested([OutputConstructorParameter("label")] string? text, ImmutableArray<ThingNested> children)
    {
        Text = text;
        Children = children;
    }
}

[EnumType]
internal readonly record struct Color
{
    private readonly string _text;

    private Color(string text) => _text = text;

    public static Color Red { get; } = new("red");

    public static explicit operator string(Color value) => value._text;

    public override string ToString() => _text;
}

/// <summary>A component of one <see cref="Thing"/>.</summary>
internal sealed class Box : ComponentResource
{
    public Box(string name, ComponentResourceOptions? options = null)
        : base("test:index:Box", name, options)
    {
        Child = new Thing($"{name}-child", options: new() { Parent = this });
        Secret = Output.CreateSecret("hidden");
        RegisterOutputs();
    }

    public Thing Child { get; }

    [Output("secret")]
    public Output<string> Secret { get; private set; }
}
