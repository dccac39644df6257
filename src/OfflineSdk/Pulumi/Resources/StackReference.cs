using System.Collections.Immutable;

namespace Pulumi;

public class StackReference : CustomResource
{
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = args?.Name ?? name })
        ) { }

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    public Output<object?> GetOutput(Input<string> name) =>
        Read(name).Apply(found => found.Outputs.GetValueOrDefault(found.Name));

    public Output<object> RequireOutput(Input<string> name) =>
        Read(name)
            .Apply(found =>
                found.Outputs.GetValueOrDefault(found.Name)
                ?? throw new KeyNotFoundException($"The referenced stack has no output '{found.Name}'.")
            );

    private Output<(string Name, ImmutableDictionary<string, object> Outputs)> Read(Input<string> name)
    {
        var names = Output.Tuple(name.ToOutput(), SecretOutputNames);
        return Output
            .Tuple(names, Output.Unsecret(Outputs))
            .Apply(found =>
            {
                var ((key, secrets), outputs) = found;
                var isSecret = !secrets.IsDefault && secrets.Contains(key);
                return isSecret ? Output.CreateSecret((key, outputs)) : Output.Create((key, outputs));
            });
    }
}

public class StackReferenceArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}
