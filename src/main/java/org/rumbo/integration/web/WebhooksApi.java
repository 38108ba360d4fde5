package org.rumbo.integration.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rumbo.integration.HookKind;
import org.rumbo.integration.Webhooks;
import org.rumbo.shared.DomainException;
import org.rumbo.team.Actor;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Connected programs over REST. A secret is told once, to whoever connects the program. */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhooksApi {
    private final Webhooks webhooks;

    WebhooksApi(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    record All(List<Webhooks.Webhook> items) {}

    record Log(List<Webhooks.Delivery> items) {}

    /** A new one with its secret, which nobody can be told again. */
    record Made(UUID id, String url, List<HookKind> kinds, Instant madeAt, String secret) {}

    record Body(@Nullable String url, @Nullable Set<HookKind> kinds) {
        String address() {
            if (url == null) {
                throw DomainException.malformed("url");
            }
            return url;
        }

        Set<HookKind> chosen() {
            return kinds == null ? Set.of() : kinds;
        }
    }

    @GetMapping
    @Needs(Permission.WEBHOOK_READ)
    All all(Actor actor) {
        return new All(webhooks.all(actor));
    }

    @PostMapping
    @Needs(Permission.WEBHOOK_MANAGE)
    ResponseEntity<Made> add(@RequestBody Body body, Actor actor) {
        webhooks.requireMayManage(actor);
        var made = webhooks.add(body.address(), body.chosen(), actor);
        var hook = webhooks.find(made.id(), actor);
        return ResponseEntity.created(URI.create("/api/v1/webhooks/" + made.id()))
                .body(new Made(hook.id(), hook.url(), hook.kinds(), hook.madeAt(), made.secret()));
    }

    @GetMapping("/{id}")
    @Needs(Permission.WEBHOOK_READ)
    Webhooks.Webhook one(@PathVariable UUID id, Actor actor) {
        return webhooks.find(id, actor);
    }

    /** What was sent last, and what waits. */
    @GetMapping("/{id}/deliveries")
    @Needs(Permission.WEBHOOK_READ)
    Log log(@PathVariable UUID id, Actor actor) {
        return new Log(webhooks.deliveries(id, actor));
    }

    @PostMapping("/{id}/pause")
    @Needs(Permission.WEBHOOK_MANAGE)
    Webhooks.Webhook pause(@PathVariable UUID id, Actor actor) {
        webhooks.pause(id, actor);
        return webhooks.find(id, actor);
    }

    @PostMapping("/{id}/resume")
    @Needs(Permission.WEBHOOK_MANAGE)
    Webhooks.Webhook resume(@PathVariable UUID id, Actor actor) {
        webhooks.resume(id, actor);
        return webhooks.find(id, actor);
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.WEBHOOK_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, Actor actor) {
        webhooks.delete(id, actor);
    }
}
