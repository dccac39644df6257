using Infra.Model.Names;
using Infra.Model.Tpu;

namespace Infra.Tests.Model.Tpu;

public sealed class TpuGenerationTests
{
    private static readonly string Fixture = Golden.Read("Model/Tpu/v9x.yaml");

    [Fact]
    public void A_generation_matches_its_data_file()
    {
        var generation = Read(Fixture);

        Assert.Equal(("v9x", 96_000_000_000, 2), (generation.Name, generation.HbmBytes, generation.DevicesPerChip));
        Assert.Equal("hyperdisk-extreme", generation.DiskType);
        Assert.Equal("example.com/jetstream:v9", generation.Images["jetStream"]);
    }

    [Fact]
    public void The_slices_of_a_generation_follow_from_its_machine_types()
    {
        var slice = Read(Fixture).Slices[^1];

        Assert.Equal("2x2x2 on 4 × xt9-highmem-2t", slice.ToString());
        Assert.Equal((8, 16, 4), (slice.Chips, slice.Devices, slice.Hosts));
        Assert.Equal("tpuv9x:2x2x2", slice.PathwaysInstanceType);
        Assert.Equal("tpu-v9x-slice", slice.NodeLabels[NodeLabel.Accelerator]);
        Assert.Equal("2", slice.NodeLabels[NodeLabel.AcceleratorCount]);
    }

    [Theory]
    [InlineData("diskType: hyperdisk-extreme", "")]
    [InlineData("diskType:", "diskKind:")]
    [InlineData("chips: 2", "chips: two")]
    public void A_file_that_lacks_or_misspells_something_is_refused(string from, string to) =>
        Assert.Throws<InvalidDataException>(() => Read(Fixture.Replace(from, to, StringComparison.Ordinal)));

    [Fact]
    public void Every_generation_states_versions_that_GKE_can_have() =>
        Assert.All(
            TpuGeneration.All,
            generation =>
                Assert.True(
                    GkeVersion
                        .Parse(generation.FlexStartMinGkeVersion)
                        .IsAtLeast(GkeVersion.Parse(generation.MinGkeVersion))
                )
        );

    [Fact]
    public void The_chips_of_a_slice_are_its_hosts_times_the_chips_per_host() =>
        Assert.All(TpuSlice.All, slice => Assert.Equal(slice.Chips, slice.Hosts * slice.ChipsPerHost));

    [Fact]
    public void No_two_generations_share_a_name_a_machine_type_or_an_accelerator()
    {
        Assert.Distinct(TpuGeneration.All.Select(generation => generation.Name), StringComparer.Ordinal);
        Assert.Distinct(TpuGeneration.All.Select(generation => generation.Accelerator), StringComparer.Ordinal);
        Assert.Distinct(MachineType.All.Select(machineType => machineType.Name), StringComparer.Ordinal);
    }

    private static TpuGeneration Read(string yaml) => TpuGeneration.Read(yaml);
}
