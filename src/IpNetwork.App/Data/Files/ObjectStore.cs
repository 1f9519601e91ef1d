using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Data.Files;

/// <summary>A bucket of any store that speaks S3. What was put is read back and compared before anybody is told that it is safe.</summary>
internal sealed class ObjectStore(ObjectStoreSettings settings) : IFileStore, IDisposable
{
    private readonly AmazonS3Client client = new(new BasicAWSCredentials(settings.KeyId, settings.Key), new AmazonS3Config
    {
        ServiceURL = settings.Endpoint.ToString(),
        AuthenticationRegion = settings.Region,
        ForcePathStyle = true,
        Timeout = TimeSpan.FromSeconds(60),
        MaxErrorRetry = 2,
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
    });

    public Task PutAsync(FilePlace place, Stream content, CancellationToken ct) => CallAsync(async () =>
    {
        content.Position = 0;
        var hash = await SHA256.HashDataAsync(content, ct);
        content.Position = 0;
        await client.PutObjectAsync(new() { BucketName = settings.Bucket, Key = KeyOf(place), InputStream = content, AutoCloseStream = false, ContentType = "application/octet-stream", UseChunkEncoding = false }, ct);
        using var back = await client.GetObjectAsync(settings.Bucket, KeyOf(place), ct);
        if (!(await SHA256.HashDataAsync(back.ResponseStream, ct)).AsSpan().SequenceEqual(hash))
        {
            await client.DeleteObjectAsync(settings.Bucket, KeyOf(place), CancellationToken.None);
            throw new StoreDownException("The object store gave back other bytes than it was given.");
        }

        return true;
    });

    public Task<Stream?> OpenAsync(FilePlace place, CancellationToken ct) => CallAsync(async () =>
    {
        try
        {
            return (Stream?)(await client.GetObjectAsync(settings.Bucket, KeyOf(place), ct)).ResponseStream;
        }
        catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.NotFound)
        {
            return null;
        }
    });

    public Task RemoveAsync(FilePlace place, CancellationToken ct) => CallAsync(() => client.DeleteObjectAsync(settings.Bucket, KeyOf(place), ct));

    public async IAsyncEnumerable<KeptBytes> ListAsync(NodeId node, [EnumeratorCancellation] CancellationToken ct)
    {
        var prefix = $"{node}/";
        var request = new ListObjectsRequest { BucketName = settings.Bucket, Prefix = prefix };
        ListObjectsResponse page;
        // The older listing, which every store that speaks S3 has, with a key and no token for the next page.
        do
        {
            page = await CallAsync(() => client.ListObjectsAsync(request, ct));
            foreach (var found in page.S3Objects ?? [])
            {
                yield return new(found.Key[prefix.Length..], found.LastModified?.ToUniversalTime() ?? DateTimeOffset.MaxValue);
                request.Marker = found.Key;
            }
        }
        while (page.IsTruncated == true);
    }

    public void Dispose() => client.Dispose();

    private static string KeyOf(FilePlace place) => $"{place.Node}/{place.Name}";

    private static async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (AmazonS3Exception e) when ((int)e.StatusCode == 507 || e.ErrorCode is "QuotaExceeded" or "XMinioStorageFull" or "InsufficientCapacity")
        {
            throw new NoSpaceException(e);
        }
        catch (Exception e) when (e is AmazonClientException or AmazonServiceException or HttpRequestException or IOException)
        {
            throw new StoreDownException($"The object store does not answer: {e.GetType().Name}", e);
        }
    }
}

internal sealed record ObjectStoreSettings(Uri Endpoint, string Bucket, string KeyId, string Key, string Region);
