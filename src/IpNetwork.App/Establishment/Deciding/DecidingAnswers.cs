using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Deciding;

/// <summary>How acts are answered over the interface.</summary>
internal static class DecidingAnswers
{
    public static IResult Done(Outcome outcome) => outcome.IsDone ? TypedResults.NoContent()
        : outcome.Refusals[0] == DecidingDesk.Absent ? Answers.NotFound()
        : Answers.Problem(outcome.Refusals);

    extension(RouteHandlerBuilder builder)
    {
        /// <summary>What every act upon an application may answer.</summary>
        public RouteHandlerBuilder ProducesAct() => builder
            .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
    }
}
