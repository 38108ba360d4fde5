package org.rumbo.integration;

import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what waits, each receiver's messages one after the other and no receiver's after another's. */
@Component
class HookSender {
    private static final Logger LOG = LoggerFactory.getLogger(HookSender.class);
    private static final int AT_ONCE = 4;
    private static final int MOST_IN_A_ROW = 50;

    private final HookDeliveries deliveries;
    private final HookClient client;
    private final Clock clock;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
        var thread = new Thread(work, "webhooks");
        thread.setDaemon(true);
        return thread;
    });

    HookSender(HookDeliveries deliveries, HookClient client, Clock clock) {
        this.deliveries = deliveries;
        this.client = client;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${rumbo.webhooks.every:5s}", initialDelayString = "${rumbo.webhooks.every:5s}")
    void send() {
        for (var webhook : deliveries.due()) {
            if (busy.add(webhook)) {
                threads.execute(() -> {
                    try {
                        sendTo(webhook);
                    } catch (RuntimeException failed) {
                        // Its lease ends by itself and the next round begins anew.
                        LOG.warn("Web hook {}: {}", webhook, failed.toString());
                    } finally {
                        busy.remove(webhook);
                    }
                });
            }
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void dropOld() {
        deliveries.dropOld();
    }

    @Scheduled(fixedDelayString = "PT12H", initialDelayString = "PT1H")
    void forgetOld() {
        deliveries.forgetOld();
    }

    /** Sends what is due to one receiver; another node may be doing so, then nothing happens here. */
    void sendTo(UUID webhook) {
        var owner = UUID.randomUUID();
        if (!deliveries.lease(webhook, owner)) {
            return;
        }
        try {
            for (var sent = 0; sent < MOST_IN_A_ROW; sent++) {
                var next = deliveries.next(webhook, owner).orElse(null);
                if (next == null) {
                    return;
                }
                deliveries.note(webhook, owner, next, post(next));
            }
        } finally {
            deliveries.release(webhook, owner);
        }
    }

    private String post(HookDeliveries.Message message) {
        var seconds = clock.instant().getEpochSecond();
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", message.event().toString());
        headers.put("webhook-timestamp", String.valueOf(seconds));
        headers.put(
                "webhook-signature", HookSignature.header(message.secrets(), message.event(), seconds, message.body()));
        return client.send(URI.create(message.url()), Map.copyOf(headers), message.body());
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
