using ForumQA.Hosting.Access;
using Microsoft.Extensions.Options;

namespace ForumQA.Api.Access;

/// <summary>The keys that the service takes: those of the configuration and of the key file, as it is now.</summary>
internal sealed class KeyRing(ApiKeyFile file, IOptions<AccessOptions> options)
{
    private readonly Lock _reading = new();
    private (DateTime, long)? _stamp;
    private IReadOnlyList<ApiKey> _keys = [];
    private bool _required;

    /// <summary>Whether requests need a key: once there has been one, until the service stops, so that revoking the last key opens nothing.</summary>
    /// <exception cref="ForumQAException">The key file cannot be read.</exception>
    public bool Required
    {
        get
        {
            lock (_reading)
            {
                return _required |= ReadForClient().Count > 0;
            }
        }
    }

    /// <summary>Reads the keys for the first time.</summary>
    /// <exception cref="ForumQAException">The key file cannot be read; the message says why.</exception>
    public bool Any()
    {
        lock (_reading)
        {
            return Read().Count > 0;
        }
    }

    /// <summary>All keys as they are now.</summary>
    /// <exception cref="ForumQAException">The key file cannot be read; the message says why.</exception>
    public IReadOnlyList<ApiKey> List()
    {
        lock (_reading)
        {
            return Read();
        }
    }

    /// <summary>The key that a client has sent; null when there is no such key, or no longer.</summary>
    /// <exception cref="ForumQAException">The key file cannot be read.</exception>
    public ApiKey? Find(string secret)
    {
        lock (_reading)
        {
            return ApiKey.Find(ReadForClient(), secret);
        }
    }

    // Where the file is and what is wrong with it are not for those who have no key.
    private IReadOnlyList<ApiKey> ReadForClient()
    {
        try
        {
            return Read();
        }
        catch (ForumQAException e)
        {
            throw new ForumQAException(e.Code, "The service cannot read its keys. Whoever runs it finds the reason in its log.", e);
        }
    }

    // A look at the file's time costs microseconds, and a key that was revoked must not work for a while longer.
    private IReadOnlyList<ApiKey> Read()
    {
        var stamp = file.Stamp;
        if (_stamp != stamp)
        {
            _keys = [.. options.Value.Keys, .. file.Read()];
            _stamp = stamp;
        }

        return _keys;
    }
}
