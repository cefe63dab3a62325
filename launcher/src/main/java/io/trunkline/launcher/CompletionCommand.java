package io.trunkline.launcher;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that lets a shell complete commands and options. */
@Command(name = "completion", header = "Print a script that completes commands and options in a shell.",
        description = {"In bash: source <(trunkline completion bash)",
            "In zsh:  source <(trunkline completion zsh)",
            "With that line in ~/.bashrc or ~/.zshrc every new shell completes what is typed after 'trunkline'.", ""})
final class CompletionCommand implements Callable<Integer> {

    /** The shells that there is a script for. */
    enum Shell { BASH, ZSH }

    private static final String PROGRAM = "trunkline";

    private final Environment environment;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "bash|zsh", description = "The shell; the script is the same and sets zsh up first.")
    private Shell shell;

    @Spec
    private CommandSpec spec;

    CompletionCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        common.startLog("off");
        CommandLine root = spec.root().commandLine();
        environment.out().print(AutoComplete.bash(PROGRAM, root));
        return 0;
    }
}
