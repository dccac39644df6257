using Infra.Model.Tpu;

namespace Infra.Tests.Model.Tpu;

public sealed class TpuSliceTests
{
    [Theory]
    [InlineData("1x1", "ct6e-standard-1t", 1, 1, 1, "tpuv6e:1x1")]
    [InlineData("2x2", "ct6e-standard-4t", 4, 4, 1, "tpuv6e:2x2")]
    [InlineData("2x4", "ct6e-standard-8t", 8, 8, 1, "tpuv6e1t:2x4")]
    [InlineData("2x4", "ct6e-standard-4t", 8, 4, 2, "tpuv6e:2x4")]
    [InlineData("4x4", "ct6e-standard-4t", 16, 4, 4, "tpuv6e:4x4")]
    [InlineData("4x8", "ct6e-standard-4t", 32, 4, 8, "tpuv6e:4x8")]
    [InlineData("8x8", "ct6e-standard-4t", 64, 4, 16, "tpuv6e:8x8")]
    [InlineData("8x16", "ct6e-standard-4t", 128, 4, 32, "tpuv6e:8x16")]
    [InlineData("16x16", "ct6e-standard-4t", 256, 4, 64, "tpuv6e:16x16")]
    public void A_slice_has_the_chips_hosts_and_instance_type_that_Google_lists(
        string topology,
        string machineType,
        int chips,
        int chipsPerHost,
        int hosts,
        string instanceType
    )
    {
        var slice = Find(topology, machineType)!;

        Assert.Equal((chips, chipsPerHost, hosts), (slice.Chips, slice.ChipsPerHost, slice.Hosts));
        Assert.Equal(hosts > 1, slice.IsMultiHost);
        Assert.Equal(instanceType, slice.PathwaysInstanceType);
        Assert.Equal(chips, slice.Devices);
    }

    [Fact]
    public void GKE_offers_nine_slices() => Assert.Equal(9, TpuSlice.All.Length);

    [Theory]
    [InlineData("4x4", "ct6e-standard-8t")]
    [InlineData("1x1", "ct6e-standard-4t")]
    [InlineData("2x2", "ct6e-standard-1t")]
    public void A_topology_has_only_the_machine_types_that_Google_lists(string topology, string machineType) =>
        Assert.Null(Find(topology, machineType));

    [Theory]
    [InlineData("")]
    [InlineData("4X4")]
    [InlineData("4x2")]
    [InlineData("v6e-8")]
    [InlineData("2x2x2")]
    public void A_topology_that_GKE_does_not_offer_is_refused(string text) =>
        Assert.False(Topology.TryParse(text, out _));

    [Fact]
    public void The_node_labels_of_a_slice_are_unique() =>
        Assert.Equal(
            TpuSlice.All.Length,
            TpuSlice.All.Select(slice => string.Join(',', slice.NodeLabels)).Distinct(StringComparer.Ordinal).Count()
        );

    private static TpuSlice? Find(string topology, string machineType) =>
        TpuSlice.All.FirstOrDefault(slice => slice.Topology.Name == topology && slice.MachineType.Name == machineType);
}
