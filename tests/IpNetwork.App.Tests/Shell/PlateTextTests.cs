using IpNetwork.App.Shell;
using Xunit;

namespace IpNetwork.App.Tests.Shell;

public sealed class PlateTextTests
{
    [Theory]
    [InlineData("四川省（绵阳）知识产权公共服务平台", "四川省", "绵阳", "知识产权公共服务平台", null, "四川省（绵阳）平台")]
    [InlineData("四川省（绵阳）知识产权公共服务平台绵阳科技城新区工作站", "四川省", "绵阳", "知识产权公共服务平台", "绵阳科技城新区工作站", "四川省（绵阳）绵阳科技城新区工作站")]
    [InlineData("四川省知识产权公共服务平台", "四川省", null, "知识产权公共服务平台", null, "四川省平台")]
    [InlineData("涪城区平台", "涪城区平台", null, "", null, "涪城区平台")]
    public void A_plate_is_taken_apart_at_its_brackets(string text, string before, string? place, string after, string? station, string shortName)
    {
        var plate = PlateText.Parse(text);

        Assert.Equal(new PlateText(before, place, after, station), plate);
        Assert.Equal(text, plate.Full);
        Assert.Equal(shortName, plate.ShortName);
    }
}
