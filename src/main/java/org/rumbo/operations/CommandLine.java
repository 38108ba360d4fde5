package org.rumbo.operations;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rumbo.operations.archive.ProcessStart;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** What {@code java -jar rumbo.jar} can be told; told nothing, it serves. */
@Command(
        name = "rumbo",
        description = "Tracks what becomes of a policy network's recommendations.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = CommandLine.FAILED,
        version = "Rumbo",
        subcommands = {
            CommandLine.Serve.class,
            CommandLine.Examine.class,
            ExportCommand.class,
            ImportCommand.class,
            LedgerCommand.class,
            VerifyCommand.class
        })
public class CommandLine implements Runnable {
    /** Something does not agree. */
    static final int FINDINGS = 1;
    /** The command itself failed. */
    static final int FAILED = 70;
    /** The database is in use by a server that runs. */
    static final int IN_USE = 5;

    /** What was brought is not taken, or what was asked for is not done, for a reason that is said. */
    static final int REFUSED = 3;

    private final Class<?> application;

    CommandLine(Class<?> application) {
        this.application = application;
    }

    Class<?> application() {
        return application;
    }

    /** Whether these arguments are for a command rather than for the server alone. */
    public static boolean isCommand(String[] arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("--spring") && !arguments[0].startsWith("--server");
    }

    /** Runs a command of the application and tells its exit code; serving does not end before the server does. */
    public static int run(Class<?> application, String[] arguments) {
        return new picocli.CommandLine(new CommandLine(application)).execute(arguments);
    }

    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }

    @Command(name = "serve", description = "Serves the web face and the API.", mixinStandardHelpOptions = true)
    static class Serve implements Runnable {
        @ParentCommand
        private @Nullable CommandLine rumbo;

        @Override
        public void run() {
            SpringApplication.run(Objects.requireNonNull(rumbo).application);
            try {
                Thread.currentThread().join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Command(
            name = "doctor",
            exitCodeOnExecutionException = CommandLine.FAILED,
            description = "Compares every item with its process, its ledger and its list rows. Ends with 0 where all is"
                    + " well, 1 where something does not agree, 5 where a server holds the database.",
            mixinStandardHelpOptions = true)
    static class Examine implements java.util.concurrent.Callable<Integer> {
        @ParentCommand
        private @Nullable CommandLine rumbo;

        @Option(names = "--json", description = "Prints the result as JSON.")
        private boolean json;

        @Option(
                names = "--rebuild",
                description = "First ends all processes and starts them anew where their items stand. Stop all servers"
                        + " before.")
        private boolean rebuild;

        @Option(
                names = "--ledger",
                description = "Also rebuilds the ledger's trees from the recorded events and compares leaves, roots and"
                        + " signatures; names the first leaf that is not what was sealed.")
        private boolean ledger;

        @Override
        public Integer call() {
            return WithoutServing.run(Objects.requireNonNull(rumbo).application, context -> {
                if (rebuild) {
                    context.getBean(ProcessStart.class).startAllAgain();
                }
                var doctor = context.getBean(Doctor.class);
                var diagnosis = doctor.examine();
                if (ledger) {
                    var seals = doctor.examineSeals();
                    diagnosis = diagnosis.with(seals.findings());
                    if (!json) {
                        System.out.printf("%d events sealed, %d wait%n", seals.leaves(), seals.waiting());
                    }
                }
                print(diagnosis, context.getBean(tools.jackson.databind.json.JsonMapper.class));
                return diagnosis.isHealthy() ? 0 : FINDINGS;
            });
        }

        private void print(Doctor.Diagnosis diagnosis, tools.jackson.databind.json.JsonMapper mapper) {
            if (json) {
                System.out.println(mapper.writeValueAsString(diagnosis));
                return;
            }
            diagnosis.findings().forEach(System.out::println);
            System.out.printf(
                    "%d recommendations and %d events examined, %d findings%n",
                    diagnosis.recommendations(),
                    diagnosis.events(),
                    diagnosis.findings().size());
        }
    }
}
