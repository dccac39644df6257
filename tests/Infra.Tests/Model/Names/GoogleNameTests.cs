using System.Text.RegularExpressions;
using CsCheck;
using Infra.Model.Names;

namespace Infra.Tests.Model.Names;

public sealed partial class GoogleNameTests
{
    private const string Suffix = "-r0-s0";
    private const int Limit = 40;

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.Char["abz-019._AZ"], 0, 70],
        Gen.String[Gen.Char['a', 'c'], 50, 63]
    );

    [Theory]
    [InlineData("llama", "llama-r0-s0")]
    [InlineData("a234567890123456789012345678901234", "a234567890123456789012345678901234-r0-s0")]
    public void A_short_string_is_not_truncated(string text, string name) =>
        Assert.Equal(name, GoogleName.Create(text, Limit, Suffix));

    [Theory]
    [InlineData("a2345678901234567890123456789012345")]
    [InlineData("Llama")]
    [InlineData("llama.3")]
    [InlineData("3llama")]
    [InlineData("llama-")]
    [InlineData("")]
    public void Shortened_names_are_distinguished_by_a_hash(string text) =>
        Assert.Matches("^[a-z][a-z0-9-]*-?[0-9a-f]{8}-r0-s0$", GoogleName.Create(text, Limit, Suffix));

    [Fact]
    public void A_generated_name_is_valid_keeps_its_suffix_and_is_deterministic() =>
        Texts.Sample(text =>
        {
            var name = GoogleName.Create(text, Limit, Suffix);
            return name.Length <= Limit
                && Accepted().IsMatch(name)
                && name.EndsWith(Suffix, StringComparison.Ordinal)
                && name == GoogleName.Create(text, Limit, Suffix);
        });

    [Fact]
    public void Different_strings_have_different_names() =>
        Gen.Select(Texts, Texts)
            .Where((first, second) => first != second)
            .Sample(
                (first, second) => GoogleName.Create(first, Limit, Suffix) != GoogleName.Create(second, Limit, Suffix)
            );

    /// <summary>What every Google Cloud resource accepts as a name.</summary>
    [GeneratedRegex(@"\A[a-z]([a-z0-9-]*[a-z0-9])?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    internal static partial Regex Accepted();
}
