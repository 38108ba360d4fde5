package org.rumbo.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookSecretsTests {
    private static final UUID HOOK = UUID.randomUUID();

    /** The example of the convention's own documentation. */
    @Test
    void signsAsTheConventionHasIt() {
        var secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var content = "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}";
        assertThat(HookSignature.sign(secret, content.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Base64.getDecoder().decode("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    @Test
    void eachSecretThatCountsSigns() {
        var one = Secret.bytes();
        var other = Secret.bytes();
        var header = HookSignature.header(List.of(one, other), HOOK, 1, "{}");
        assertThat(header.split(" ")).hasSize(2).allMatch(part -> part.startsWith("v1,"));
        assertThat(HookSignature.header(List.of(one), HOOK, 1, "{}")).isEqualTo(header.split(" ")[0]);
        assertThat(HookSignature.header(List.of(one), HOOK, 2, "{}")).isNotEqualTo(header.split(" ")[0]);
    }

    @Test
    void whatIsSealedIsOpenedByTheSameKeyForTheSameHook(@TempDir Path data) throws Exception {
        var secret = Secret.bytes();
        var sealed = new SealedSecrets("", data).seal(HOOK, secret);

        assertThat(HexFormat.of().formatHex(sealed))
                .doesNotContain(HexFormat.of().formatHex(secret));
        assertThat(new SealedSecrets("", data).open(HOOK, sealed)).isEqualTo(secret);
        assertThatThrownBy(() -> new SealedSecrets("", data).open(UUID.randomUUID(), sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        new SealedSecrets(Base64.getEncoder().encodeToString(Secret.bytes()), data).open(HOOK, sealed))
                .isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> new SealedSecrets("", data).open(HOOK, sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Files.getPosixFilePermissions(data.resolve("webhooks.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aKeyOfAnotherLengthIsRefusedAtTheStartAndNotRepeated(@TempDir Path data) {
        assertThatThrownBy(() -> new SealedSecrets("c2hvcnQ=", data))
                .hasMessageContaining("rumbo.webhooks.key")
                .hasMessageNotContaining("c2hvcnQ=");
    }
}
