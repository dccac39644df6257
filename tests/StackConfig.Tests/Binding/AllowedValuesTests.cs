using StackConfig.Binding;

namespace StackConfig.Tests.Binding;

public sealed class AllowedValuesTests
{
    [Theory]
    [InlineData(8, "1, 2, 3, 4, 5, 6, 7, 8")]
    [InlineData(9, "1, 2, 3, 4, 5, 6, 7, 8 and 1 more")]
    public void Eight_values_are_listed_and_the_others_counted(int count, string expected) =>
        Assert.Equal(expected, AllowedValues.Format(Enumerable.Range(1, count).Select(value => $"{value}")));

    [Fact]
    public void A_value_that_would_be_misread_in_a_list_is_quoted() =>
        Assert.Equal("\"\", \"a,b\", c d", AllowedValues.Format(["", "a,b", "c d"]));
}
