package itu.cop.channel.telegram.api;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * HTTP clients that no call can hang on, that never repeat a call by themselves, and that tell a
 * call that left from one that did not.
 */
final class Wire {
    private static final String MESSAGE = "/sendmessage";
    private static final int AT_ONCE = 512;
    private static final Duration IDLE = Duration.ofSeconds(50);
    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** Calls whose request may have left this machine. */
    private final Set<Call> left = ConcurrentHashMap.newKeySet();

    private final Gate gate;

    private Wire(Gate gate) {
        this.gate = gate;
    }

    /** No connection could be made. */
    static final class NeverLeft extends IOException {
        private static final long serialVersionUID = 1;

        NeverLeft(IOException cause) {
            super(cause);
        }
    }

    /** A server answered that it is broken, in whatever form. */
    static final class ServerBroken extends IOException {
        private static final long serialVersionUID = 1;

        final int code;

        ServerBroken(int code) {
            this.code = code;
        }
    }

    /**
     * A client with connections of its own.
     *
     * @param longest how long a call may take in all
     * @param gate what messages pass last
     */
    static OkHttpClient client(Duration longest, Gate gate) {
        var wire = new Wire(gate);
        var dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(
                        new ConnectionPool(
                                AT_ONCE, IDLE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
                .connectTimeout(CONNECT)
                .readTimeout(longest)
                .writeTimeout(longest)
                .callTimeout(longest)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .addInterceptor(wire::watch)
                .addNetworkInterceptor(wire::leave)
                .build();
    }

    private Response watch(Interceptor.Chain chain) throws IOException {
        try {
            var response = chain.proceed(chain.request());
            if (response.code() >= 500) {
                response.close();
                throw new ServerBroken(response.code());
            }
            return response;
        } catch (ServerBroken answered) {
            throw answered;
        } catch (IOException broken) {
            throw left.contains(chain.call()) ? broken : new NeverLeft(broken);
        } finally {
            left.remove(chain.call());
        }
    }

    private Response leave(Interceptor.Chain chain) throws IOException {
        if (!chain.request().url().encodedPath().endsWith(MESSAGE)) {
            return proceed(chain);
        }
        gate.enter();
        try {
            return proceed(chain);
        } finally {
            gate.leave();
        }
    }

    private Response proceed(Interceptor.Chain chain) throws IOException {
        left.add(chain.call());
        return chain.proceed(chain.request());
    }
}
