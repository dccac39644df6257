namespace Infra.Model.Names;

/// <summary>What settings of a serving start from: a preset of the program, or a file of settings.</summary>
/// <param name="Text">The preset's name, or the path of a YAML file, relative to that of <c>Pulumi.yaml</c>.</param>
public sealed record PresetName(string Text)
{
    /// <summary>Whether it is the path of a file.</summary>
    public bool IsPath =>
        Text.EndsWith(".yaml", StringComparison.Ordinal) || Text.EndsWith(".yml", StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Text;
}
