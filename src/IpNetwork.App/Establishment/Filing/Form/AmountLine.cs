namespace IpNetwork.App.Establishment.Filing.Form;

/// <summary>A sum that was typed in yuan, with its 万元 beside it, so that a slip by four places is seen.</summary>
internal static class AmountLine
{
    public static string Of(decimal? yuan) => yuan is { } amount ? $"已保存的是 {FilingWords.Yuan(amount)}。" : "保存后在这里显示合多少万元。";
}
