package org.rumbo.access;

import java.util.Map;
import java.util.TreeMap;
import org.rumbo.team.Needs;
import org.rumbo.testing.Api;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that the running application answers by a handler: ours and those of libraries. */
final class Addresses {
    private final RequestMappingHandlerMapping mappings;

    Addresses(RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    /** Method and address, each with the row that its handler names; empty where it names none. */
    Map<String, String> all() {
        var addresses = new TreeMap<String, String>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            var needs = handler.getMethodAnnotation(Needs.class);
            var methods = mapping.getMethodsCondition().getMethods();
            for (var pattern : mapping.getPatternValues()) {
                for (var method : methods.isEmpty() ? java.util.Set.of(RequestMethod.GET) : methods) {
                    addresses.put(
                            method + " " + Api.plain(pattern),
                            needs == null ? "" : needs.value().key());
                }
            }
        });
        return addresses;
    }
}
