using Pulumi.Gcp.Projects.Inputs;

namespace Pulumi.Gcp.Projects;

public sealed class IAMMemberArgs : ResourceArgs
{
    [Input("condition")]
    public Input<IAMMemberConditionArgs>? Condition { get; set; }

    [Input("member", required: true)]
    public Input<string> Member { get; set; } = null!;

    [Input("project", required: true)]
    public Input<string> Project { get; set; } = null!;

    [Input("role", required: true)]
    public Input<string> Role { get; set; } = null!;
}
