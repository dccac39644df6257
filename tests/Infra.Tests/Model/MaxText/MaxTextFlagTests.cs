using Infra.Configuration;
using Infra.Model.MaxText;

namespace Infra.Tests.Model.MaxText;

public sealed class MaxTextFlagTests
{
    [Fact]
    public void Flag_names_are_unique() =>
        Assert.Distinct(MaxTextFlag.All.Select(flag => flag.Name), StringComparer.Ordinal);

    [Fact]
    public void Every_key_of_base_yml_is_a_flag() => Assert.Equal(313, MaxTextFlag.All.Length);

    [Fact]
    public void Later_flags_are_not_flags_of_the_image() =>
        Assert.All(MaxTextFlag.Later, name => Assert.Null(MaxTextFlag.Find(name)));

    [Fact]
    public void The_axes_are_those_of_the_mesh_of_MaxText_in_its_order() =>
        Assert.Equal(
            "data pipeline fsdp fsdp_transpose sequence context context_autoregressive tensor tensor_transpose tensor_sequence expert autoregressive",
            string.Join(' ', MaxTextFlag.Axes.Select(axis => axis["ici_".Length..^"_parallelism".Length]))
        );

    [Fact]
    public void Every_default_is_a_value_that_the_flag_allows() =>
        Assert.All(
            MaxTextFlag.All.Where(flag => !flag.Allowed.IsEmpty),
            flag => Assert.Contains(flag.Default, flag.Allowed)
        );

    [Fact]
    public void Every_default_has_the_type_of_its_flag()
    {
        var setup = new MaxTextSetup("MaxText/configs/base.yml", new([]), null);

        Assert.All(
            MaxTextFlag.All.Where(flag => flag.Default is not null),
            flag =>
                Assert.True(
                    flag.Type switch
                    {
                        MaxTextFlagType.Integer => setup.GetInt(flag.Name) is not null,
                        MaxTextFlagType.Number => setup.GetDouble(flag.Name) is not null,
                        MaxTextFlagType.Boolean => setup.GetBool(flag.Name) is not null,
                        _ => true,
                    }
                )
        );
    }

    [Fact]
    public void A_flag_with_help_is_offered_in_the_schema_and_a_derived_one_is_not()
    {
        var schema = StackSettingsSchema.Create().ToJson();

        Assert.All(
            MaxTextFlag.All.Where(flag => flag.Default is not null),
            flag =>
                Assert.Equal(flag.Help is not null, schema.Contains($"\"{flag.Name}\": {{", StringComparison.Ordinal))
        );
        Assert.All(MaxTextFlag.All.Where(flag => flag.DerivedFrom is not null), flag => Assert.Null(flag.Help));
    }
}
