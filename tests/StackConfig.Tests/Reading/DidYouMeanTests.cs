using StackConfig.Reading;

namespace StackConfig.Tests.Reading;

public sealed class DidYouMeanTests
{
    [Theory]
    [InlineData("abc", "abd")] // replaced
    [InlineData("abc", "abcd")] // left out
    [InlineData("ab", "ba")] // swapped
    [InlineData("abcd", "abxy")] // two letters in words of four and more
    [InlineData("abcd", "badc")]
    [InlineData("abcdefghijkl", "abcdefghwxyz")] // a third of the letters
    [InlineData("ABCD", "abcd")]
    public void A_similar_word_is_suggested(string written, string known) =>
        Assert.Equal($" Did you mean \"{known}\"?", DidYouMean.Sentence(written, [known]));

    [Theory]
    [InlineData("abc", "axy")] // two letters in a word of three
    [InlineData("abc", "abcde")]
    [InlineData("abcd", "axyz")]
    [InlineData("abcdefghijkl", "abcdefgvwxyz")] // more than a third
    [InlineData("abcd", "bcda1")] // moved, and another added
    [InlineData("a", "b")] // no letter in common
    [InlineData("ab", "a")]
    public void A_dissimilar_word_is_not_suggested(string written, string known) =>
        Assert.Equal("", DidYouMean.Sentence(written, [known]));

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Long_words_get_no_suggestion(int length, bool suggests)
    {
        var known = new string('a', length);

        Assert.Equal(suggests, DidYouMean.Sentence($"{known[1..]}b", [known]).Length > 0);
    }

    [Fact]
    public void The_first_of_the_most_similar_words_is_suggested()
    {
        Assert.Equal(" Did you mean \"topology\"?", DidYouMean.Sentence("topolgy", ["topologies", "topology"]));
        Assert.Equal(" Did you mean \"topology\"?", DidYouMean.Sentence("topolgy", ["topolxgyx", "topology"]));
        Assert.Equal(" Did you mean \"abcx\"?", DidYouMean.Sentence("abcd", ["abcx", "abcy"]));
    }
}
