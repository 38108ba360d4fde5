package org.rumbo.web;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Demo logins exist in the profiles dev and demo alone; without another way to sign in nothing is served. */
@Component
@Profile("!dev & !demo")
class NoSignInYet implements BeanFactoryPostProcessor {
    /** Comes before anything else is made, so that this is the message and not what is missing because of it. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        throw new UnsafeSettings(
                "This version signs people in with demo logins only, and those exist in the profiles dev"
                        + " and demo alone. Sign-in with Keycloak, which other profiles need, is not part of it yet.");
    }
}
