using System.Globalization;
using Infra.Model.Platform;

namespace Infra.Tests.Model.Platform;

public sealed class RecurrenceTests
{
    // The first window starts on a Saturday.
    private static readonly DateTime Start = new(2026, 1, 3, 2, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("FREQ=DAILY;INTERVAL=10", 21, "01-03 01-13 01-23")]
    [InlineData("FREQ=WEEKLY", 15, "01-03 01-10 01-17")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SA", 30, "01-03 01-12 01-17 01-26 01-31")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU", 16, "01-03 01-04 01-17 01-18")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2", 130, "01-03 03-03 05-03")]
    [InlineData("FREQ=MONTHLY;INTERVAL=5", 460, "01-03 06-03 11-03 04-03")]
    [InlineData("FREQ=MONTHLY;BYDAY=1SA", 70, "01-03 02-07 03-07")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1SA", 90, "01-31 02-28 03-28")]
    [InlineData("FREQ=MONTHLY;BYDAY=2SU,-2TU", 50, "01-11 01-20 02-08 02-17")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1,-1", 60, "01-31 02-01 02-28 03-01")]
    [InlineData("FREQ=YEARLY", 367, "01-03 01-03")]
    [InlineData("FREQ=YEARLY;INTERVAL=2", 740, "01-03 01-03")]
    [InlineData("FREQ=YEARLY;BYMONTH=3,7", 200, "03-03 07-03")]
    public void Windows_start_on_the_days_of_RFC_5545(string rule, int days, string expected)
    {
        var starts = new Recurrence(rule, Start)
            .GetStarts(days)
            .Index()
            .Where(day => day.Item)
            .Select(day => Start.AddDays(day.Index).ToString("MM-dd", CultureInfo.InvariantCulture));

        Assert.Equal(expected, string.Join(' ', starts));
    }

    [Theory]
    [InlineData("FREQ=WEEKLY;BYDAY=SA,SU;INTERVAL=2", true)]
    [InlineData("FREQ=DAILY;COUNT=9", false)]
    [InlineData("FREQ=DAILY;UNTIL=20301231", false)]
    public void Rules_that_end_are_not_counted(string rule, bool isCountable) =>
        Assert.Equal(isCountable, new Recurrence(rule, Start).IsCountable);

    [Theory]
    [InlineData("INTERVAL", "1", true)]
    [InlineData("INTERVAL", "1000", true)]
    [InlineData("INTERVAL", "1001", false)]
    [InlineData("COUNT", "1", true)]
    [InlineData("COUNT", "0", false)]
    [InlineData("COUNT", "-1", false)]
    [InlineData("FREQ", "", false)]
    public void A_part_of_a_recurrence_allows_only_valid_values(string part, string value, bool isValid) =>
        Assert.Equal(isValid, RecurrenceValue.IsValid(part, value));
}
