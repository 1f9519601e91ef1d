using IpNetwork.App.Data;
using IpNetwork.Domain.Establishment;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Data;

internal sealed class EstablishmentJson : IJsonValues
{
    public void Configure(ModelConfigurationBuilder configuration)
    {
        configuration.KeepAsJson<ApplicationForm>();
        configuration.KeepAsJson<IReadOnlyList<ApplicationMaterial>>();
        configuration.KeepAsJson<IReadOnlyList<ReturnNotice>>();
        configuration.KeepAsJson<CityOpinion>();
        configuration.KeepAsJson<DecisionProposal>();
        configuration.KeepAsJson<Signature>();
        configuration.KeepAsJson<IReadOnlyList<SentBackProposal>>();
        configuration.KeepAsJson<IReadOnlyList<SentBackInspection>>();
        configuration.KeepAsJson<IReadOnlyList<BuildExtension>>();
        configuration.KeepAsJson<IReadOnlyList<BuilderChange>>();
        configuration.KeepAsJson<IReadOnlyList<AssessingExpert>>();
        configuration.KeepAsJson<IReadOnlyList<Guid>>();
        configuration.KeepAsJson<IReadOnlyList<ChecklistLine>>();
        configuration.KeepAsJson<MeasuredValues>();
        configuration.KeepAsJson<IReadOnlyList<WaiverDecision>>();
    }
}
