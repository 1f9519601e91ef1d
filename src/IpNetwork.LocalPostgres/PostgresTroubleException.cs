namespace IpNetwork.LocalPostgres;

public sealed class PostgresTroubleException : Exception
{
    public PostgresTroubleException(string message)
        : base(message)
    {
    }

    public PostgresTroubleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public PostgresTroubleException()
    {
    }
}
