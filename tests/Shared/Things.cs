using System.Collections.Immutable;
using Pulumi;

namespace Tests.Shared;

/// <summary>A resource of no real provider, with outputs of every kind that a recorder meets.</summary>
public sealed class Thing(
    string name,
    ThingArgs args,
    CustomResourceOptions? options = null,
    string type = "test:index:Thing"
) : CustomResource(type, name, args, options)
{
    [Output("url")]
    public Output<string> Url { get; private set; } = null!;

    [Output("count")]
    public Output<int> Count { get; private set; } = null!;

    [Output("limit")]
    public Output<int?> Limit { get; private set; } = null!;

    [Output("ready")]
    public Output<bool> Ready { get; private set; } = null!;

    [Output("endpoints")]
    public Output<ImmutableArray<string>> Endpoints { get; private set; } = null!;

    [Output("labels")]
    public Output<ImmutableDictionary<string, string>> Labels { get; private set; } = null!;

    [Output("access")]
    public Output<Access?> Access { get; private set; } = null!;
}

#pragma warning disable CA1051 // The SDK reads output types by their fields.
[OutputType]
public sealed class Access
{
    public readonly ImmutableArray<Door> Doors;
    public readonly Access? Inner;
    public readonly string Key;

    [OutputConstructor]
    private Access(ImmutableArray<Door> doors, Access? inner, string key)
    {
        Doors = doors;
        Inner = inner;
        Key = key;
    }
}

[OutputType]
public sealed class Door
{
    public readonly string Address;
    public readonly int Port;

    [OutputConstructor]
    private Door(string address, int port)
    {
        Address = address;
        Port = port;
    }
}

public sealed class ThingArgs : ResourceArgs
{
    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("number")]
    public Input<double>? Number { get; set; }

    [Input("flag")]
    public Input<bool>? Flag { get; set; }

    [Input("inner")]
    public Input<ThingArgs>? Inner { get; set; }

    [Input("choice")]
    public InputUnion<int, string>? Choice { get; set; }

    [Input("any")]
    public Input<object>? Any { get; set; }

    [Input("args")]
    private InputList<string>? _items;

    public InputList<string> Items
    {
        get => _items ??= [];
        set => _items = value;
    }

    [Input("values")]
    private InputMap<string>? _values;

    public InputMap<string> Values
    {
        get => _values ??= [];
        set => _values = value;
    }
}

[EnumType]
public readonly record struct Color
{
    private readonly string _name;

    private Color(string name) => _name = name;

    public static Color Red { get; } = new("red");

    public static explicit operator string(Color color) => color._name;

    public override string ToString() => _name;
}

/// <summary>A provider of no real package.</summary>
public sealed class ThingProvider(string name, string package = "test")
    : ProviderResource(package, name, ResourceArgs.Empty, null);

/// <summary>A component that holds what its constructor creates.</summary>
public sealed class Box : ComponentResource
{
    public Box(string name, Action<Box> build, ComponentResourceOptions? options = null)
        : base("shop:index:Box", name, options)
    {
        build(this);
        RegisterOutputs();
    }
}
