package org.rumbo.browser;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Access tokens as the realm makes them, and such as it never would. */
final class MadeTokens {
    private final String issuer;
    private final RSAKey key;
    private final String subject;
    private final String login;

    MadeTokens(String issuer, RSAKey key, String subject, String login) {
        this.issuer = issuer;
        this.key = key;
        this.subject = subject;
        this.login = login;
    }

    RSAKey key() {
        return key;
    }

    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience("rumbo")
                .issueTime(in(Duration.ZERO))
                .expirationTime(in(Duration.ofMinutes(5)))
                .claim("typ", "Bearer")
                .claim("azp", "rumbo")
                .claim("preferred_username", login)
                .claim("name", "A test")
                .claim("groups", List.of("/teams/pe/coordinators"))
                .claim("realm_access", Map.of("roles", List.of()));
    }

    static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    String signed(JWTClaimsSet.Builder claims) throws Exception {
        return signed(claims, key);
    }

    String signed(JWTClaimsSet.Builder claims, RSAKey by) throws Exception {
        return with(JWSAlgorithm.RS256, new RSASSASigner(by), claims);
    }

    /** What those verify who take the published key for a shared secret. */
    String withThePublicKeyAsSecret(JWTClaimsSet.Builder claims) throws Exception {
        return with(JWSAlgorithm.HS256, new MACSigner(key.toPublicKey().getEncoded()), claims);
    }

    private String with(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet.Builder claims) throws Exception {
        var header = new JWSHeader.Builder(algorithm)
                .keyID(key.getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        var token = new SignedJWT(header, claims.build());
        token.sign(signer);
        return token.serialize();
    }

    static String unsigned(JWTClaimsSet.Builder claims) {
        return new PlainJWT(claims.build()).serialize();
    }
}
