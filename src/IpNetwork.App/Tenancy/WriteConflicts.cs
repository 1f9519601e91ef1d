using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Tenancy;

/// <summary>A write that met another write: answered by status, not by a rule of the field.</summary>
internal static class WriteConflicts
{
    public static readonly Refusal Stale = new("STALE", "这份记录刚被别人改过。请重新打开，核对后再保存；您填的内容没有丢。");
    public static readonly Refusal KeyReused = new("IDEMPOTENCY_KEY_REUSED", "同一个提交标识已用于另一份内容。请重新打开页面后再提交。");
    public static readonly Refusal KeyRunning = new("IDEMPOTENCY_KEY_RUNNING", "同一次提交正在处理，请稍候再看结果，不必重复提交。");
}
