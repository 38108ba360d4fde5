package org.rumbo.operations;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.rumbo.ledger.NewOrigin;
import org.rumbo.ledger.Sealing;
import org.rumbo.ledger.SealingKeys;
import org.rumbo.ledger.SealingStopped;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What whoever runs Rumbo does about the ledger's seal. */
@Command(
        name = "ledger",
        description = "Looks after the ledger's seal: its keys, and a new origin after an older backup was restored.",
        mixinStandardHelpOptions = true,
        subcommands = {LedgerCommand.Keys.class, LedgerCommand.Origin.class, LedgerCommand.Seal.class})
class LedgerCommand implements Runnable {
    @ParentCommand
    private @Nullable CommandLine rumbo;

    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }

    private int act(ToIntFunction<ApplicationContext> command) {
        return WithoutServing.run(Objects.requireNonNull(rumbo).application(), context -> {
            try {
                return command.applyAsInt(context);
            } catch (SealingKeys.KeyRefused | SealingStopped refused) {
                System.err.println("Nothing was done: " + refused.getMessage());
                return CommandLine.REFUSED;
            }
        });
    }

    @Command(
            name = "seal",
            exitCodeOnExecutionException = CommandLine.FAILED,
            description = "Seals and signs all that waits, as a server does every few seconds.",
            mixinStandardHelpOptions = true)
    static class Seal implements Callable<Integer> {
        @ParentCommand
        private @Nullable LedgerCommand ledger;

        @Override
        public Integer call() {
            return Objects.requireNonNull(ledger).act(context -> {
                context.getBean(Sealing.class).seal();
                return 0;
            });
        }
    }

    @Command(
            name = "new-origin",
            exitCodeOnExecutionException = CommandLine.FAILED,
            description =
                    "Goes on in a new tree under a new name and key, whose first leaf quotes the last checkpoint of the"
                            + " one before. Needed after an older backup was restored, or when somebody else may have the key. Stop"
                            + " all servers before. Ends with 0, 3 where it is refused, 5 where a server holds the database.",
            mixinStandardHelpOptions = true)
    static class Origin implements Callable<Integer> {
        @ParentCommand
        private @Nullable LedgerCommand ledger;

        @Option(
                names = "--reason",
                paramLabel = "<RESTORED|COMPROMISED>",
                required = true,
                description = "Why the one before ended; it stands in the first leaf.")
        private NewOrigin.@Nullable Reason reason;

        @Override
        public Integer call() {
            return Objects.requireNonNull(ledger).act(context -> {
                var begun = context.getBean(NewOrigin.class).begin(Objects.requireNonNull(reason));
                System.out.printf("The ledger goes on as %s%n", begun.origin());
                System.out.printf("Its key, to be given to whoever checks it: %s%n", begun.vkey());
                var lost = begun.lost();
                if (lost == null) {
                    System.out.printf("Before, it was %s, which was never signed%n", begun.before());
                } else {
                    System.out.printf(
                            "Before, it was %s: %d events, root %s%n", begun.before(), lost.size(), lost.root());
                }
                return 0;
            });
        }
    }

    @Command(
            name = "keys",
            description = "Creates, rotates and retires the keys that sign the ledger.",
            mixinStandardHelpOptions = true)
    static class Keys implements Runnable {
        @ParentCommand
        private @Nullable LedgerCommand ledger;

        @Override
        public void run() {
            picocli.CommandLine.usage(this, System.out);
        }

        @Command(
                name = "create",
                exitCodeOnExecutionException = CommandLine.FAILED,
                description =
                        "Makes the first key in the file that rumbo.ledger.key names, and prints its public half.",
                mixinStandardHelpOptions = true)
        int create() {
            return act(SealingKeys::create);
        }

        @Command(
                name = "rotate",
                exitCodeOnExecutionException = CommandLine.FAILED,
                description =
                        "Adds a key and prints its public half; checkpoints carry the signatures of both until the older one"
                                + " is retired.",
                mixinStandardHelpOptions = true)
        int rotate() {
            return act(SealingKeys::rotate);
        }

        @Command(
                name = "retire",
                exitCodeOnExecutionException = CommandLine.FAILED,
                description = "Ends an older key, which signs nothing more; what it signed stays signed.",
                mixinStandardHelpOptions = true)
        int retire(
                @Parameters(
                                paramLabel = "<key id>",
                                description = "Its number: the eight characters between the plus signs.")
                        String id) {
            return act(all -> all.retire(id));
        }

        private int act(Function<SealingKeys, SealingKeys.Known> change) {
            return Objects.requireNonNull(ledger).act(context -> {
                var key = change.apply(context.getBean(SealingKeys.class));
                System.out.println(key.vkey());
                return 0;
            });
        }
    }
}
