using IpNetwork.App.Provinces.Applying;

namespace IpNetwork.App.Provinces.Checks;

internal static class NormCheck
{
    public static void Check(PackFiles pack)
    {
        var (file, norms) = (pack.Norms.File, pack.Norms.Value.Norms);
        Texts.RefuseRepeats(file, norms, norm => (norm.Code, norm.Version), place => $"norms[{place}].version", "NORM_VERSION_EXISTS", norm => $"“{norm.Code}”的“{norm.Version}”写了两次。");
        foreach (var (place, norm) in norms.Index())
        {
            var at = $"norms[{place}]";
            if (norm.Link is { } link && !Texts.IsWebAddress(link))
            {
                file.Refuse($"{at}.link", "BAD_LINK", "网址应以 http:// 或 https:// 开头。");
            }

            if (norm.Link is null && norm.Text.Count == 0)
            {
                file.Refuse($"{at}.text", "EMPTY_LIST", "正文和网址至少写一样。");
            }

            if (norm.Sample != norm.Version.Contains("样例", StringComparison.Ordinal))
            {
                file.Refuse($"{at}.version", "SAMPLE_MARK", "样例的版本要写明“样例”，不是样例的不能这样写。");
            }

            foreach (var refusal in NormPlanner.Draft(norm).Refusals())
            {
                file.Refuse($"{at}.{refusal.Field}", refusal.Code, refusal.Message);
            }
        }
    }
}
