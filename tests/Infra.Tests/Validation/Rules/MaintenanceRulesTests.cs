using StackConfig.Reading;

namespace Infra.Tests.Validation.Rules;

/// <summary>Maintenance windows are those that GKE accepts.</summary>
public sealed class MaintenanceRulesTests
{
    private const string Key = "cluster.managed.maintenance";

    [Theory]
    [InlineData("2026-01-03T01:00:00Z", "is not after windowStart 2026-01-03T02:00:00Z")]
    [InlineData("2026-01-03T02:00:00Z", "is not after")]
    [InlineData("2026-01-03T05:59:59Z", "at least 4 hours after windowStart")]
    public void A_window_lasts_four_hours(string end, string message)
    {
        RuleStack.Refuses("MaintenanceWindowTooShort", Window(end), $"{Key}.windowEnd", message);
        RuleStack.Accepts(Window("2026-01-03T06:00:00Z"));
    }

    [Theory]
    [InlineData("2026-02-30T00:00:00Z", "2026-02-28T00:00:00Z")]
    [InlineData("2026-01-03T24:00:00Z", "2026-01-03T23:00:00Z")]
    [InlineData("2026-01-03T08:00:00+01:00", "2026-01-03T08:00:00Z")]
    public void A_time_must_exist_in_the_calendar(string wrong, string right)
    {
        var problem = Assert.Single(StackText.Load(Window(wrong)).Problems);

        Assert.Equal((Severity.Error, $"{Key}.windowEnd"), (problem.Severity, problem.Key));
        Assert.Contains("a time in UTC, such as", problem.Message, StringComparison.Ordinal);
        RuleStack.Accepts(Window(right));
    }

    [Theory]
    [InlineData("FREQ=DAYLY", "FREQ=DAILY", "Did you mean \"DAILY\"? Allowed: DAILY, WEEKLY, MONTHLY, YEARLY")]
    [InlineData("FREQ=HOURLY", "FREQ=DAILY;INTERVAL=1", "`HOURLY` is not a frequency")]
    [InlineData("BYDAY=SA,SU", "FREQ=WEEKLY;BYDAY=SA,SU", "has no frequency")]
    [InlineData("FREQ=WEEKLY;BYDAYS=SA", "FREQ=WEEKLY;BYDAY=SA,SU;WKST=MO", "Did you mean \"BYDAY\"?")]
    [InlineData("FREQ=WEEKLY;BYDAY=SAT,SUN", "FREQ=WEEKLY;BYDAY=SA,SU", "`SAT,SUN` is not a value of BYDAY")]
    [InlineData("FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=2", "1 to 1000")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=DAILY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12", "days of the month")]
    [InlineData("FREQ=DAILY;BYMONTH=13", "FREQ=DAILY;COUNT=1000", "months from 1 to 12")]
    [InlineData("FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY", "has FREQ twice")]
    [InlineData("FREQ=WEEKLY;BYDAY=1SA,1SU,2SA,2SU", "FREQ=WEEKLY;BYDAY=SA,SU", "Allowed: days without numbers")]
    [InlineData("FREQ=DAILY;BYDAY=-1SA", "FREQ=DAILY;BYDAY=SA,SU", "which DAILY does not repeat")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=1", "FREQ=WEEKLY;WKST=MO;BYDAY=SA,SU", "BYMONTHDAY with FREQ=WEEKLY")]
    [InlineData("FREQ=DAILY;COUNT=many", "FREQ=DAILY;COUNT=1000", "an integer from 1")]
    [InlineData("FREQ=DAILY;UNTIL=2030-12-31", "FREQ=DAILY;UNTIL=20301231T235959Z", "such as 20301231 or")]
    [InlineData("FREQ=DAILY;COUNT=9;UNTIL=20301231", "FREQ=DAILY;UNTIL=20301231", "has COUNT and UNTIL")]
    [InlineData("FREQ=DAILY;WKST=MON", "FREQ=DAILY;WKST=MO", "a day such as MO")]
    [InlineData("FREQ=MONTHLY;BYDAY=SA;BYSETPOS=last", "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1", "integers such as")]
    [InlineData("FREQ=DAILY;", "FREQ=DAILY", "`` is not a part of a recurrence rule")]
    public void A_recurrence_must_be_an_RFC_5545_rule_of_a_day_or_longer(string wrong, string right, string message)
    {
        RuleStack.Refuses("InvalidRecurrence", Recurring(wrong), $"{Key}.recurrence", message);
        RuleStack.Accepts(Recurring(right));
    }

    [Theory]
    [InlineData(
        "FREQ=WEEKLY;BYDAY=SA",
        "FREQ=WEEKLY;BYDAY=SA,SU",
        "allows only 24 hours of maintenance in some period of 32 days"
    )]
    [InlineData("FREQ=MONTHLY", "FREQ=WEEKLY;BYDAY=MO,WE", "allows only 6 hours")]
    [InlineData("FREQ=DAILY;INTERVAL=5", "FREQ=DAILY;INTERVAL=4", "allows only 36 hours")]
    [InlineData(
        "FREQ=MONTHLY;BYDAY=1SA,1SU,-1SA",
        "FREQ=MONTHLY;BYDAY=1SA,1SU,2SA,2SU,3SA,3SU,4SA,4SU,-1SA,-1SU",
        "at least 48 hours"
    )]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1,2,3,-1", "FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7,8", "at least 48 hours")]
    [InlineData("FREQ=DAILY;BYMONTH=1,2,3", "FREQ=YEARLY;BYDAY=SA,SU", "allows only 0 hours")]
    [InlineData("FREQ=YEARLY", "FREQ=WEEKLY;BYDAY=SA,SU;INTERVAL=1", "allows only 0 hours")]
    public void Windows_must_cover_48_hours_in_any_32_days(string wrong, string right, string message)
    {
        RuleStack.Refuses("MaintenanceTooRare", Recurring(wrong), $"{Key}.recurrence", message);
        RuleStack.Accepts(Recurring(right));
    }

    [Fact]
    public void An_invalid_window_is_not_also_reported_as_too_rare() =>
        Assert.DoesNotContain(
            StackText
                .Load(
                    Maintenance(
                        "windowStart: '2026-01-03T02:00:00Z', windowEnd: '2026-01-03T01:00:00Z', recurrence: FREQ=DAYLY"
                    )
                )
                .Problems,
            problem => problem.Rule == "MaintenanceTooRare"
        );

    [Fact]
    public void The_start_of_an_exclusion_needs_one()
    {
        const string start = "exclusionStart: '2026-01-01T00:00:00Z'";

        RuleStack.Refuses(
            "UnusedExclusionStart",
            Maintenance($"exclusion: none, {start}"),
            $"{Key}.exclusionStart",
            "set exclusion: minor or minor-and-nodes"
        );
        RuleStack.Accepts(Maintenance($"exclusion: minor, {start}"));
        RuleStack.Accepts(Maintenance("exclusion: none"));
    }

    private static string Window(string end) =>
        Maintenance($"windowStart: '2026-01-03T02:00:00Z', windowEnd: '{end}', recurrence: FREQ=DAILY");

    private static string Recurring(string recurrence) => Maintenance($"recurrence: '{recurrence}'");

    private static string Maintenance(string settings) =>
        RuleStack.ManagedStack("name: a", $"cluster: {{ managed: {{ maintenance: {{ {settings} }} }} }}");
}
