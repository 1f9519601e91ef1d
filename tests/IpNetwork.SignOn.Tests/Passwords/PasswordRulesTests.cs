using IpNetwork.SignOn.Passwords;
using Xunit;

namespace IpNetwork.SignOn.Tests.Passwords;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("短密码")]
    [InlineData("elevenchars")]
    [InlineData("😀😀😀😀😀😀")]
    public void Fewer_than_twelve_characters_are_refused(string password) =>
        Assert.Contains(PasswordRules.TooShort, Codes(password));

    [Theory]
    [InlineData("Passw0rd!2026")]
    [InlineData("P@$$w0rd1234")]
    [InlineData("passwordpassword")]
    [InlineData("Admin@123456")]
    [InlineData("qwertyuiop123")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("123456789012")]
    [InlineData("abcdefghijklmn")]
    [InlineData("zyxwvutsrqpon")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("xk4xk4xk4xk4xk4")]
    [InlineData("iloveyou1314520")]
    [InlineData("woaini5201314")]
    [InlineData("Sichuan@2026!!")]
    [InlineData("知识产权公共服务平台2026")]
    [InlineData("IpNetwork-2026")]
    [InlineData("wangxm@199001")]
    [InlineData("王小明王小明王小明王小明")]
    public void What_guessers_try_first_is_refused(string password) =>
        Assert.Equal([PasswordRules.Guessable], Codes(password));

    [Theory]
    [InlineData("竹海里有一条小火车开往县城")]
    [InlineData("correct horse battery staple")]
    [InlineData("river-stones-under-the-bridge")]
    [InlineData("kX9!vq2#Lm7&")]
    [InlineData("   lots of   blanks   ")]
    [InlineData("我家楼下卖糍粑的阿姨姓什么")]
    public void A_sentence_or_a_random_one_is_taken(string password) =>
        Assert.Empty(Codes(password));

    [Fact]
    public void Sixty_four_characters_and_more_are_taken()
    {
        var sentence = string.Concat(Enumerable.Range(0, 256).Select(i => (char)('一' + (i * 37))));

        Assert.Empty(Codes(sentence[..64]));
        Assert.Empty(Codes(sentence));
        Assert.Equal([PasswordRules.TooLong], Codes(sentence + "了"));
    }

    [Theory]
    [InlineData("river-stones-under-the-bridge", true)]
    [InlineData("River-stones-under-the-bridge", false)]
    public void Kinds_of_characters_are_asked_for_where_the_setting_says_so(string password, bool refused)
    {
        var rules = new PasswordRules(new() { ConnectionString = "", RequireMixedCharacters = true });

        var codes = rules.Check(password, "wangxm", "王小明").Select(e => e.Code);

        Assert.Equal(refused ? [PasswordRules.TooUniform] : [], codes);
    }

    private static IEnumerable<string> Codes(string password) =>
        new PasswordRules(new() { ConnectionString = "" }).Check(password, "wangxm", "王小明").Select(e => e.Code);
}
