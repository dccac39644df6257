using Pulumi.Serialization;

namespace Pulumi;

public class Stack : ComponentResource
{
    internal const string TypeName = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(
            TypeName,
            $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}",
            options?.ToResourceOptions()
        )
    {
        Deployment.Instance.Stack = this;
    }

    /// <summary>Registers the outputs that the stack's constructor has assigned.</summary>
    internal void RegisterAssignedOutputs()
    {
        var outputs = OutputProperty
            .GetAll(GetType())
            .Where(output => output.DeclaringType != typeof(Resource))
            .ToList();
        var values = outputs.ToDictionary(output => output.Name, output => output.Read(this));
        var missing = outputs.Where(output => values[output.Name] is null).Select(output => output.Name).ToList();
        if (missing.Count > 0)
        {
            throw new RunException(
                $"Output(s) '{string.Join(", ", missing)}' have no value assigned: the constructor of the stack must assign them."
            );
        }

        var wrong = outputs.Where(output => !output.IsOutput).Select(output => output.Name).ToList();
        if (wrong.Count > 0)
        {
            throw RunException.OutputsHaveIncorrectType(wrong);
        }

        RegisterOutputs(values);
    }
}

public class StackOptions
{
    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];

    public List<ResourceTransform> ResourceTransforms { get; set; } = [];

    internal ComponentResourceOptions ToResourceOptions() =>
        new() { ResourceTransformations = ResourceTransformations, ResourceTransforms = ResourceTransforms };
}
