using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Experts;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Samples;

/// <summary>An application's road, told in days before today; each step is the verb that officers and builders use.</summary>
internal sealed class SampleStory(EstablishmentApplication application, EstablishmentRules rules, SampleOfficers officers, DateTimeOffset now)
{
    public EstablishmentApplication Application => application;

    public SampleStory Submit(int daysAgo, string number) => Did(application.Submit(rules, number, null, Ago(daysAgo)));

    public SampleStory Opine(int daysAgo, NodeId city, string name, bool recommends, string text) =>
        Did(application.GiveOpinion(new() { From = city, Recommends = recommends, Text = text, By = SampleOfficers.City(name, Ago(daysAgo)) }));

    public SampleStory Return(int daysAgo, params Defect[] defects) => Did(application.Return(defects, By(officers.Assessor, daysAgo)));

    public SampleStory Begin(int daysAgo) => Did(application.BeginAssessment(rules, By(officers.Assessor, daysAgo)));

    public SampleStory Assess(int daysAgo, AssessmentMeans means, string findings, MeasuredValues? measured = null, params Expert[] experts) =>
        Did(application.RecordAssessment(new()
        {
            Means = means,
            HeldOn = Day(daysAgo),
            Findings = findings,
            Measured = measured,
            Experts = [.. experts.Select(expert => new AssessingExpert(expert.Id, expert.Name, "条件具备，建议加强与园区企业的对接。"))],
        }, By(officers.Assessor, daysAgo)));

    public SampleStory ProposeInclusion(int daysAgo, params string[] modules) =>
        Did(application.Propose(new() { Includes = true, Modules = modules, GuidingOffice = "公共服务处", By = By(officers.Assessor, daysAgo) }, rules));

    public SampleStory ProposeRejection(int daysAgo, string reasons) => Did(application.Propose(new() { Includes = false, Reasons = reasons, By = By(officers.Assessor, daysAgo) }, rules));

    /// <summary>Where the year has turned meanwhile, with a new day, as the rule demands.</summary>
    public SampleStory Decide(int daysAgo)
    {
        var isPast = application.Proposal is { Includes: true } && application.UsualDueOn(Ago(daysAgo)) < Day(daysAgo);
        return Did(application.Decide(rules, isPast ? Day(daysAgo).AddDays(150) : null, isPast ? "评估跨年完成，顺延建设期。" : null, By(officers.Leader, daysAgo)));
    }

    public SampleStory Extend(int daysAgo, int later, string reason) => Did(application.Extend((application.BuildDueOn ?? Day(daysAgo)).AddDays(later), reason, By(officers.Leader, daysAgo)));

    public SampleStory Progress(int daysAgo, int percent, string text) => Did(application.ReportProgress(Day(daysAgo), percent, text, [], application.PersonId, Ago(daysAgo)));

    public SampleStory RequestAcceptance(int daysAgo, string text) => Did(application.RequestAcceptance(text, rules, Ago(daysAgo)));

    public SampleStory Inspect(int daysAgo, MeasuredValues measured) => Did(application.Inspect(new()
    {
        HeldOn = Day(daysAgo),
        Qualifies = true,
        Measured = measured,
        Checklist = [.. application.Modules.Select(module => new ChecklistLine(module, true, "现场查看：窗口、人员和制度齐备，抽查台账三份。"))],
    }, rules, By(officers.Colleague, daysAgo)));

    public SampleStory Confirm(int daysAgo, string slug) => Did(application.ConfirmInspection(slug, By(officers.Leader, daysAgo)));

    private DateTimeOffset Ago(int days) => now.AddDays(-days);

    private DateOnly Day(int daysAgo) => ChinaTime.DayOf(Ago(daysAgo));

    private Signature By(Signature officer, int daysAgo) => officer with { At = Ago(daysAgo) };

    private SampleStory Did(Outcome outcome) => outcome.IsDone ? this
        : throw new InvalidOperationException($"Sample {application.Number}: {outcome.Refusals[0].Code} {outcome.Refusals[0].Message}");
}
