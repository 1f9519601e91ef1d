using System.Globalization;
using System.Security.Cryptography;
using IpNetwork.App.Data;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Filing.Form;

/// <summary>
/// Reads the inputs of some steps into a form. What cannot be read keeps the value it had and is told by field; everything else is taken.
/// </summary>
internal sealed class FormReader(IReadOnlyDictionary<string, string> typed, ApplicationForm stored, IdentityMarks marks, NodeId network, DateOnly today)
{
    private const int KeyLength = 8;

    private readonly List<Refusal> refusals = [];

    public IReadOnlyList<Refusal> Refusals => refusals;

    public static string NewKey() => RandomNumberGenerator.GetHexString(KeyLength, lowercase: true);

    public ApplicationForm Read(IEnumerable<FilingStep> steps) => steps.Aggregate(stored, (form, step) => step.Key switch
    {
        FilingSteps.Platform => Platform(form),
        FilingSteps.Builders => Builders(form),
        FilingSteps.Premises => Waivers(Premises(form)),
        FilingSteps.Funds => Waivers(Funds(form)),
        FilingSteps.Plan => Plan(form),
        FilingSteps.Check => Waivers(form with { StatedTrue = Flag("statedTrue") }),
        _ => form,
    });

    private ApplicationForm Platform(ApplicationForm form) => form with
    {
        Prospect = new()
        {
            Kind = Choice("kind", form.Prospect.Kind, EstablishmentRefusals.ChoiceMissing("kind", "要设立的平台"), FilingSteps.Kinds),
            PlaceName = Text("placeName"),
            DivisionCode = Text("divisionCode"),
            Parent = Text("parent"),
        },
    };

    private ApplicationForm Builders(ApplicationForm form) => form with
    {
        Mode = Choice("mode", form.Mode, EstablishmentRefusals.UnknownMode()),
        Builders =
        [
            .. Lines("builders", FormRules.MostBuilders, "name", "uscc", "type", "share").Select((line, place) => new BuilderLine
            {
                Name = Text($"{line}.name"),
                Uscc = Text($"{line}.uscc"),
                Type = Choice<BuilderType>($"{line}.type", null, EstablishmentRefusals.ChoiceMissing($"builders[{place}].type", "建设主体类型")),
                Part = Choice<BuilderPart>($"{line}.part", BuilderPart.Builder, EstablishmentRefusals.ChoiceMissing($"builders[{place}].part", "建设主体的身份")) ?? BuilderPart.Builder,
                Share = Text($"{line}.share"),
            }),
        ],
    };

    private ApplicationForm Premises(ApplicationForm form) => form with
    {
        Premises = new()
        {
            Address = Text("address"),
            Area = Number("area", form.Premises.Area, EstablishmentRefusals.BadNumber("area", "面积", "0 至 1000000 的平方米数")),
            IsShared = Flag("isShared"),
            SharedWith = Text("sharedWith"),
            IsConcentrated = Flag("isConcentrated"),
        },
        Equipment = new()
        {
            Computers = Whole("computers", form.Equipment.Computers, EstablishmentRefusals.BadNumber("computers", "计算机数", "0 或更大的整数")),
            HasInternet = Flag("hasInternet"),
            HasOfficeEquipment = Flag("hasOfficeEquipment"),
        },
        Staff = [.. Lines("staff", FormRules.MostStaff, "name", "post", "idNumber").Select((line, place) => Person(form, line, $"staff[{place}]"))],
        Manager = new() { Name = Text("managerName"), Phone = Text("managerPhone"), Mail = Text("managerMail") },
    };

    private StaffLine Person(ApplicationForm form, string line, string field)
    {
        var key = Text($"{line}.key");
        var known = form.Staff.FirstOrDefault(person => person.Key.Length > 0 && person.Key == key);
        var person = new StaffLine
        {
            Key = key is { Length: KeyLength } && key.All(char.IsAsciiHexDigitLower) ? key : NewKey(),
            Name = Text($"{line}.name"),
            Kind = Choice<StaffKind>($"{line}.kind", StaffKind.Business, EstablishmentRefusals.ChoiceMissing($"{field}.kind", "人员类别")) ?? StaffKind.Business,
            IsFullTime = Flag($"{line}.fullTime"),
            Post = Text($"{line}.post"),
            IdentityMark = known?.IdentityMark,
            MaskedNumber = known?.MaskedNumber,
        };
        if (Text($"{line}.idNumber") is not { Length: > 0 } typedNumber)
        {
            return person;
        }

        var number = CitizenNumber.Parse(typedNumber, today, $"{field}.idNumber");
        refusals.AddRange(number.Refusals);
        return number.IsDone ? person with { IdentityMark = marks.Of(number.Value, network), MaskedNumber = number.Value.Masked } : person;
    }

    private ApplicationForm Funds(ApplicationForm form) => form with
    {
        Funds = new()
        {
            Department = Text("department"),
            Amount = Number("fundAmount", form.Funds.Amount, EstablishmentRefusals.BadNumber("fundAmount", "工作经费", "0 或更大的元数，最多两位小数")),
            Source = Text("fundSource"),
        },
        Demand = new() { Text = Text("demand"), Figures = Text("demandFigures"), AssuresContinuity = Flag("assuresContinuity") },
    };

    private ApplicationForm Plan(ApplicationForm form) => form with
    {
        Plan = new()
        {
            WorkBody = Text("planWorkBody"),
            Contents = Text("planContents"),
            Schedule = Text("planSchedule"),
            ExpectedResults = Text("planResults"),
            Guarantee = Text("planGuarantee"),
            Organisation = Text("planOrganisation"),
        },
    };

    private ApplicationForm Waivers(ApplicationForm form)
    {
        var given = FilingSteps.Thresholds.Where(code => typed.ContainsKey($"waiver.{code}")).ToList();
        return given.Count == 0 ? form : form with
        {
            WaiverReasons = form.WaiverReasons.Where(known => !given.Contains(known.Key))
                .Concat(given.Select(code => KeyValuePair.Create(code, Text($"waiver.{code}"))).Where(reason => reason.Value.Length > 0))
                .OrderBy(reason => reason.Key, StringComparer.Ordinal).ToDictionary(),
        };
    }

    /// <summary>Lines in which something is written, in the order of the page; a few beyond what is allowed, so that the rule can say so.</summary>
    private IEnumerable<string> Lines(string list, int most, params string[] parts) => typed.Keys
        .Where(name => name.StartsWith($"{list}[", StringComparison.Ordinal))
        .Select(name => int.TryParse(name.AsSpan(list.Length + 1, Math.Max(0, name.IndexOf(']') - list.Length - 1)), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : -1)
        .Where(place => place >= 0)
        .Distinct()
        .Order()
        .Select(place => $"{list}[{place}]")
        .Where(line => parts.Any(part => Text($"{line}.{part}").Length > 0))
        .Take(most + 1);

    private string Text(string name) => typed.GetValueOrDefault(name, "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    private bool Flag(string name) => Text(name).Length > 0;

    private T? Choice<T>(string name, T? known, Refusal refusal, IReadOnlyList<T>? allowed = null) where T : struct, Enum
    {
        var text = Text(name);
        if (text.Length == 0)
        {
            return null;
        }

        if (Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) && char.IsAsciiLetter(text[0]) && allowed?.Contains(value) is not false)
        {
            return value;
        }

        refusals.Add(refusal);
        return known;
    }

    private int? Whole(string name, int? known, Refusal refusal) => Parse(name, known, refusal,
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);

    private decimal? Number(string name, decimal? known, Refusal refusal) => Parse(name, known, refusal,
        text => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number == decimal.Round(number, 2) ? number : null);

    private T? Parse<T>(string name, T? known, Refusal refusal, Func<string, T?> parse) where T : struct
    {
        var text = Text(name).Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal);
        if (text.Length == 0)
        {
            return null;
        }

        if (parse(text) is { } value)
        {
            return value;
        }

        refusals.Add(refusal);
        return known;
    }
}
