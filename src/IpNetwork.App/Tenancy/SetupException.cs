namespace IpNetwork.App.Tenancy;

/// <summary>The program cannot start as asked; the message says what happened and what to do.</summary>
internal sealed class SetupException(string message, Exception? inner = null) : Exception(message, inner);
