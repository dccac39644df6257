using System.Collections;
using System.Globalization;
using OfflinePreview.Graph;

namespace Tests.Shared;

/// <summary>Two parsers of YAML that know nothing of each other, and how what they read is compared with a plan.</summary>
public static class YamlReaders
{
    /// <summary>What YamlDotNet reads, plain scalars as the types they look like; fractions with single precision.</summary>
    public static object? YamlDotNet(string yaml) =>
        new YamlDotNet.Serialization.DeserializerBuilder()
            .WithAttemptingUnquotedStringTypeDeserialization()
            .Build()
            .Deserialize<object?>(yaml);

    /// <summary>What SharpYaml reads, plain scalars as the types they look like.</summary>
    public static object? SharpYaml(string yaml) => global::SharpYaml.YamlSerializer.Deserialize<object?>(yaml);

    /// <summary>A known plan value in the form of <see cref="Canonical(object?)"/>.</summary>
    public static string Canonical(PlanValue value) =>
        value switch
        {
            PlanBool flag => flag.Value ? "!true" : "!false",
            PlanNumber number => $"!{Parse(number.Text)}",
            PlanString text => Text(text),
            PlanList list => List(list.Items.Select(Canonical)),
            PlanMap map => Map(map.Entries.Select(entry => (entry.Key, Canonical(entry.Value)))),
            _ => throw new NotSupportedException(value.ToString()),
        };

    /// <summary>What a parser read, as a string in which values of different types or contents differ.</summary>
    public static string Canonical(object? value) =>
        value switch
        {
            null => "!null",
            string text => $"'{text}'",
            bool flag => flag ? "!true" : "!false",
            IDictionary map => Map(map.Keys.Cast<object>().Select(key => (Key(key), Canonical(map[key])))),
            IEnumerable list => List(list.Cast<object?>().Select(Canonical)),
            IConvertible number when number.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal =>
                $"!{Parse(number.ToString(CultureInfo.InvariantCulture))}",
            _ => $"!{value.GetType().Name} {value}",
        };

    private static string Text(PlanString text) =>
        text.Segments is [] ? "''"
        : text.Segments is [StringSegment.Literal literal] ? $"'{literal.Text}'"
        : throw new NotSupportedException(text.ToString());

    private static string Key(object? key) => key as string ?? $"!{key}";

    private static float Parse(string number) => float.Parse(number, CultureInfo.InvariantCulture);

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    private static string Map(IEnumerable<(string Key, string Value)> entries) =>
        $"{{{string.Join(", ", entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"'{entry.Key}': {entry.Value}"))}}}";
}
