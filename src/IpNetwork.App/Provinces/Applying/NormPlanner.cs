using IpNetwork.App.Provinces.Packs;
using IpNetwork.Domain.Norms;

namespace IpNetwork.App.Provinces.Applying;

/// <summary>The province's norms: a version that is published stays as it is, whatever the pack says of it later.</summary>
internal sealed class NormPlanner(ProvincePack pack, NetworkState state, MarkBook marks, PackPlan plan, DateTimeOffset now)
{
    public void Plan(Func<NodeWork> workOf)
    {
        var published = state.Norms.ToList();
        foreach (var given in pack.Norms.Norms)
        {
            var isNew = marks.IsNew($"norm/{given.Code}/{given.Version}", given);
            var draft = Draft(given);
            if (published.FirstOrDefault(norm => norm.Code == given.Code && norm.Version == given.Version) is { } known)
            {
                if (isNew && !known.Says(draft))
                {
                    plan.Say($"注意：《{known.Title}》{known.Version}已经发布，与配置包不同。发布后不能改，请在配置包里写新的版本。");
                }

                continue;
            }

            var norm = Norm.Publish(plan.Province, draft, published, now);
            if (!norm.IsDone)
            {
                plan.Refuse(given.Code, norm.Refusals);
                continue;
            }

            published.Add(norm.Value);
            var work = workOf();
            work.Add(norm.Value);
            work.Say(new("norms.published", "norm", norm.Value.Code, norm.Value.Announcement)
            {
                Reason = state.Settings is null ? Words.First : Words.Update,
                Detail = new { norm.Value.Code, norm.Value.Version, norm.Value.EffectiveOn, norm.Value.DocumentNumber, norm.Value.IsSample },
            });
            plan.Say($"发布规范《{norm.Value.Title}》{norm.Value.Version}，自 {norm.Value.EffectiveOn:yyyy-MM-dd} 施行");
        }
    }

    public static NormDraft Draft(PackNorm given) => new()
    {
        Code = given.Code,
        Version = given.Version,
        Title = given.Title,
        EffectiveOn = given.EffectiveOn,
        DocumentNumber = given.DocumentNumber,
        Link = given.Link,
        Text = string.Join('\n', given.Text),
        IsSample = given.Sample,
    };
}
