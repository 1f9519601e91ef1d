using IpNetwork.Domain.Nodes;
using Xunit;

namespace IpNetwork.Domain.Tests.Nodes;

[Trait("Rule", "NET-01")]
public sealed class SlugTests
{
    public static TheoryData<string> ReservedWords() => [.. Slug.ReservedWords];

    [Theory]
    [InlineData("mianyang")]
    [InlineData("ab")]
    [InlineData("51")]
    [InlineData("yibin-lingang-etdz")]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghij")]
    public void Small_letters_digits_and_hyphens_make_a_slug(string text) => Assert.Equal(text, Slug.Parse(text).Value.Text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("Mianyang")]
    [InlineData("mian yang")]
    [InlineData("绵阳")]
    [InlineData("-mianyang")]
    [InlineData("mianyang-")]
    [InlineData("mian_yang")]
    [InlineData("mian/yang")]
    [InlineData("míanyang")]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghijk")]
    public void Anything_else_does_not(string? text) => Assert.Equal("BAD_SLUG", Assert.Single(Slug.Parse(text).Refusals).Code);

    [Theory]
    [MemberData(nameof(ReservedWords))]
    public void An_address_of_the_program_is_no_slug(string word) => Assert.Equal("SLUG_RESERVED", Assert.Single(Slug.Parse(word).Refusals).Code);

    [Fact]
    public void The_sign_in_page_is_an_address_of_the_program() => Assert.Contains("sign-in", Slug.ReservedWords);
}
