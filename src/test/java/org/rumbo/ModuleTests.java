package org.rumbo;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The modules keep to what each declares, and the map of them is drawn from the code. */
class ModuleTests {
    private static final ApplicationModules MODULES = ApplicationModules.of(Rumbo.class);

    @Test
    void modulesKeepToTheirDeclaredDependencies() {
        MODULES.verify();
    }

    /** Draws into {@code target/spring-modulith-docs}. */
    @Test
    void theMapOfModulesIsDrawn() {
        new Documenter(MODULES).writeModulesAsPlantUml().writeModuleCanvases();
    }
}
