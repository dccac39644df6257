using Infra.Model.Names;

namespace Infra.Tests.Model.Names;

public sealed class RunDurationTests
{
    [Theory]
    [InlineData("1h", 1)]
    [InlineData("24h", 24)]
    [InlineData("168h", 168)]
    [InlineData("1d", 24)]
    [InlineData("7d", 168)]
    [InlineData("0h", null)]
    [InlineData("0d", null)]
    [InlineData("169h", null)]
    [InlineData("8d", null)]
    [InlineData("90m", null)]
    public void A_run_duration_is_hours_or_days_up_to_seven_days(string text, int? hours)
    {
        Assert.Equal(hours is not null, RunDuration.TryParse(text, out var duration));
        Assert.Equal(hours, duration?.Time.TotalHours);
    }
}
