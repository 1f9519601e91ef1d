using IpNetwork.Domain.Kernel;
using Xunit;

namespace IpNetwork.Domain.Tests.Kernel;

public sealed class RecordNumberTests
{
    private static readonly DateOnly Day = new(2026, 11, 27);

    [Fact]
    [Trait("Rule", "APP-10")]
    public void A_number_names_whose_it_is_and_the_day()
    {
        var number = RecordNumber.Next("SL", Day, new Random(7).Next).Text;

        Assert.Matches("^SL20261127-[0-9A-HJKMNP-TV-Z]{6}-[0-9A-HJKMNP-TV-Z]$", number);
        Assert.Equal(number, RecordNumber.Find(number)?.Text);
    }

    [Fact]
    [Trait("Rule", "APP-10")]
    public void Every_wrong_character_and_every_pair_that_changed_places_is_found()
    {
        var random = new Random(11);
        for (var n = 0; n < 200; n++)
        {
            var number = RecordNumber.Next("SL", Day, random.Next).Text;
            for (var place = 0; place < number.Length; place++)
            {
                foreach (var wrong in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".Where(c => number[place] != '-' && c != number[place]))
                {
                    Assert.Null(RecordNumber.Find(number[..place] + wrong + number[(place + 1)..]));
                }

                if (place + 1 < number.Length && number[place] != number[place + 1] && number[place] != '-' && number[place + 1] != '-')
                {
                    Assert.Null(RecordNumber.Find($"{number[..place]}{number[place + 1]}{number[place]}{number[(place + 2)..]}"));
                }
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("SL20261127")]
    [InlineData("SL20261127-12345-6")]
    [InlineData("20261127-123456-7")]
    [InlineData("SL2026112X-123456-7")]
    [InlineData("知20261127-123456-7")]
    public void What_is_no_number_is_none(string? typed) => Assert.Null(RecordNumber.Find(typed));

    [Fact]
    public void It_is_read_as_people_type_it()
    {
        // 0 and 1 among the drawn: the letters that are taken for them are understood.
        var draws = new Queue<int>();
        RecordNumber number;
        var seed = 0;
        do
        {
            draws.Clear();
            foreach (var value in new[] { 0, 1, 0, 1, seed / 32 % 32, seed % 32 })
            {
                draws.Enqueue(value);
            }

            seed++;
            number = RecordNumber.Next("SL", Day, _ => draws.Count > 0 ? draws.Dequeue() : seed % 32);
        }
        while (!number.Text.Contains("-0101", StringComparison.Ordinal));

        var typed = number.Text.ToLowerInvariant().Replace("-0101", "-oLoI", StringComparison.Ordinal);

        Assert.Equal(number.Text, RecordNumber.Find($" {typed} ")?.Text);
        Assert.Equal(number.Text, RecordNumber.Find(number.Text.Replace('S', 'Ｓ'))?.Text);
    }
}
