package org.rumbo.integration;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends one message. A name is looked up once for each, every address that it has is checked, and the connection goes to a
 * checked one: what the name means a moment later does not matter. Nothing is followed, nothing kept but the status.
 */
class HookClient implements AutoCloseable {
    private static final int LONGEST_LINE = 8192;
    private static final int MOST_HEADERS = 100;

    private final CloseableHttpClient client;
    private final long deadline;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "webhook-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    /** Asks again at each delivery; a connection is used once. */
    HookClient(HostNames names, PublicAddresses allowed, java.time.Duration wait) {
        var timeout = Timeout.of(wait);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Checked(names, allowed))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LONGEST_LINE)
                                .setMaxHeaderCount(MOST_HEADERS)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(timeout).build())
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(timeout).build())
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .setUserAgent("Rumbo-Webhooks/1")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
        this.deadline = 2 * wait.toMillis();
    }

    /** The status of the answer, or a word for why there is none. */
    String send(URI url, Map<String, String> headers, String body) {
        var request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(
                new StringEntity(body, ContentType.create("application/cloudevents+json", StandardCharsets.UTF_8)));
        // Each single wait is limited; somebody who sends a byte now and then is ended by this.
        var end = timer.schedule(request::cancel, deadline, TimeUnit.MILLISECONDS);
        try {
            var response = client.executeOpen(null, request, null);
            var status = String.valueOf(response.getCode());
            // Whatever else it has to say is not read.
            request.cancel();
            closeQuietly(response);
            return status;
        } catch (AddressRefused refused) {
            return "address-refused";
        } catch (UnknownHostException unknown) {
            return "unknown-host";
        } catch (SocketTimeoutException late) {
            return "timeout";
        } catch (SSLException notSafe) {
            return "tls";
        } catch (IOException | RuntimeException failed) {
            return request.isCancelled() ? "timeout" : "unreachable";
        } finally {
            end.cancel(false);
        }
    }

    private static void closeQuietly(Closeable response) {
        try {
            response.close();
        } catch (IOException cancelled) {
            // As it was meant to be.
        }
    }

    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        client.close();
    }

    private record Checked(HostNames names, PublicAddresses allowed) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var addresses = names.of(host);
            for (var address : addresses) {
                if (!allowed.allow(address)) {
                    throw new AddressRefused();
                }
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
