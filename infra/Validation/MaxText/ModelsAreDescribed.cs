using Infra.Configuration.Reading;
using Infra.Model.MaxText;
using Infra.Model.Memory;

namespace Infra.Validation.MaxText;

/// <summary>The dimensions of a model are known or stated, and not both: without them its memory is not checked.</summary>
/// <remarks>MaxText itself refuses dimensions beside a name that has them: <c>validate_no_keys_overwritten_twice</c>.</remarks>
public sealed class ModelsAreDescribed : ServingRule
{
    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        var name = serving.MaxText.ModelName;
        var isKnown = KnownModels.Find(name) is not null;
        if (isKnown && serving.Serving.Architecture is not null)
        {
            report.Error(
                "architecture",
                $"is that of {name}, which is known here; accepted: nothing beside that model_name"
            );
        }
        else if (serving.MaxText.Architecture is null)
        {
            var place = report.AtFlag(serving, "model_name");
            place.Warn(
                "",
                $"{Told(name)}, so its memory is not checked; accepted: one of {Known()}, or its architecture beside maxText"
            );
        }
    }

    private static string Told(string name) =>
        name == MaxTextSetup.NoModel ? "model_name is not set" : $"model_name {KeyPath.Shown(name)} is not known here";

    private static string Known() => string.Join(", ", KnownModels.All.Keys);
}
