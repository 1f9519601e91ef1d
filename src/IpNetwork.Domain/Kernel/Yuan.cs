using System.Globalization;

namespace IpNetwork.Domain.Kernel;

/// <summary>Money in yuan, exact to the fen; shown with its 万元 beside it, so that 100 and 1,000,000 are not mixed up.</summary>
public readonly record struct Yuan(decimal Value) : IComparable<Yuan>
{
    public const decimal Largest = 999_999_999_999.99m;
    private const decimal TenThousand = 10_000m;

    /// <param name="unit"><c>yuan</c> or <c>wan</c>; 万元 are converted once.</param>
    public static Outcome<Yuan> Parse(string? text, string? unit, string field)
    {
        var typed = (text ?? "").Trim().Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal);
        if (unit is not ("yuan" or "wan"))
        {
            return KernelRefusals.AmountUnit(field);
        }

        if (!decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > Largest)
        {
            return KernelRefusals.BadAmount(field);
        }

        var yuan = unit is "wan" ? number * TenThousand : number;
        return yuan <= 0 || yuan > Largest || yuan != decimal.Round(yuan, 2) ? KernelRefusals.BadAmount(field) : new Yuan(yuan);
    }

    /// <summary>Such as <c>1,000,000 元（100 万元）</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:#,0.##} 元（{Value / TenThousand:#,0.######} 万元）");

    public int CompareTo(Yuan other) => Value.CompareTo(other.Value);

    public static Yuan operator +(Yuan left, Yuan right) => new(left.Value + right.Value);

    public static bool operator <(Yuan left, Yuan right) => left.Value < right.Value;

    public static bool operator >(Yuan left, Yuan right) => left.Value > right.Value;

    public static bool operator <=(Yuan left, Yuan right) => left.Value <= right.Value;

    public static bool operator >=(Yuan left, Yuan right) => left.Value >= right.Value;
}
