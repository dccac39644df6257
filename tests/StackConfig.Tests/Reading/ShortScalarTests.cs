using System.Text.Json;
using StackConfig.Reading;

namespace StackConfig.Tests.Reading;

/// <summary>All short scalars from the characters of numbers, the strings that parsers disagree on most.</summary>
public sealed class ShortScalarTests
{
    private const string Characters = "01_xbo+-.e:";
    private const int MaxLength = 5;

    [Fact]
    [Trait("Category", "Slow")]
    public void A_scalar_that_is_accepted_means_the_same_in_every_specification() =>
        Assert.DoesNotContain(Scalars(), text => !IsReadAlike(text, PlainScalar.Classify(text)));

    private static bool IsReadAlike(string text, PlainKind kind) =>
        kind switch
        {
            PlainKind.Ambiguous => true,
            PlainKind.String => Means(text, JsonSerializer.Serialize(text, Plain)),
            PlainKind.Number => Means(text, text),
            _ => false,
        };

    private static bool Means(string text, string json) =>
        ScalarSpecification.All.Values.All(resolve => resolve(text)?.ToJsonString(Plain) == json);

    private static JsonSerializerOptions Plain { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static IEnumerable<string> Scalars()
    {
        IEnumerable<string> longest = [""];
        for (var length = 1; length <= MaxLength; length++)
        {
            longest = [.. longest.SelectMany(start => Characters.Select(next => start + next))];
            foreach (var text in longest)
            {
                yield return text;
            }
        }
    }
}
