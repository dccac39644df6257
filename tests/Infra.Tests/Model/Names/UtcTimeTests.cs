using Infra.Model.Names;

namespace Infra.Tests.Model.Names;

public sealed class UtcTimeTests
{
    [Theory]
    [InlineData("1970-01-01T00:00:00Z", true)]
    [InlineData("2026-06-30T13:45:59Z", true)]
    [InlineData("2099-12-31T23:59:59Z", true)]
    [InlineData("1969-12-31T23:59:59Z", false)]
    [InlineData("2100-01-01T00:00:00Z", false)]
    [InlineData("2026-02-29T00:00:00Z", false)]
    [InlineData("2026-06-30T13:45Z", false)]
    public void A_time_must_be_valid_and_in_a_plausible_year(string text, bool isTime)
    {
        Assert.Equal(isTime, UtcTime.TryParse(text, out var time));
        Assert.Equal(isTime ? text : null, time?.ToString());
        Assert.Equal(DateTimeKind.Utc, time?.Value.Kind ?? DateTimeKind.Utc);
    }
}
