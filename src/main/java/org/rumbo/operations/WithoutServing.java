package org.rumbo.operations;

import java.sql.SQLException;
import java.util.function.ToIntFunction;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/** Runs a command inside the application, which answers nobody, fires no timer and sends nothing meanwhile. */
final class WithoutServing {
    /** H2's word for a database that somebody else has open. */
    private static final int OPEN_ELSEWHERE = 90020;

    private WithoutServing() {}

    static int run(Class<?> application, ToIntFunction<ApplicationContext> command) {
        try (var context = new SpringApplicationBuilder(application)
                .logStartupInfo(false)
                .run(
                        "--server.port=-1",
                        "--rumbo.jobs.enabled=false",
                        "--rumbo.serving=false",
                        "--logging.level.root=OFF")) {
            return command.applyAsInt(context);
        } catch (RuntimeException failed) {
            if (isInUse(failed)) {
                System.err.println("The database is in use: stop the server first.");
                return CommandLine.IN_USE;
            }
            throw failed;
        }
    }

    private static boolean isInUse(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == OPEN_ELSEWHERE) {
                return true;
            }
        }
        return false;
    }
}
