package io.trunkline.launcher;

import io.trunkline.engine.EngineOptions;
import io.trunkline.launcher.jshell.Jshell;
import io.trunkline.launcher.jshell.Script;
import io.trunkline.launcher.jshell.ScriptError;
import io.trunkline.launcher.jshell.Startup;
import io.trunkline.launcher.shell.Console;
import io.trunkline.launcher.shell.CurrentTrader;
import io.trunkline.launcher.shell.ScriptException;
import io.trunkline.launcher.shell.ScriptTrader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs scripts, or shows a prompt, of jshell with verbs for trading. */
@Command(name = "shell", header = "Trade from a prompt or by scripts: jshell with verbs.",
        description = {"Without a script it shows a prompt, where help() lists the verbs. Scripts run one after the "
                + "other in the same shell, up to the first error or /exit N.", ""})
final class ShellCommand implements Callable<Integer> {

    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Environment environment;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    @Mixin
    private HomeOption home = new HomeOption();

    @Spec
    private CommandSpec command;

    @Option(names = "--connect", paramLabel = "HOST:PORT",
            description = "Connect to this server, or unix:PATH, before anything else. Without it, connect() does.")
    private String address;

    @Option(names = "--set", paramLabel = "NAME.key=value",
            description = "A setting of a gateway that the shell connects, such as SIM.speed=60; repeatable. From the "
                    + "environment: TRUNKLINE_SET_NAME_KEY.")
    private List<String> sets = new ArrayList<>();

    @Option(names = {"-c", "--execute"}, paramLabel = "CODE",
            description = "Run this after the scripts; repeatable.")
    private List<String> codes = new ArrayList<>();

    @Option(names = "--print-startup",
            description = "Print what the shell begins with, and end; stock jshell takes it as --startup FILE.")
    private boolean isStartupWanted;

    @Parameters(paramLabel = "SCRIPT.jsh", arity = "0..*", description = "Scripts to run; - is stdin.")
    private List<String> files = new ArrayList<>();

    ShellCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        common.startLog("warn");
        if (isStartupWanted) {
            environment.out().print(Startup.text());
            return 0;
        }
        checkJshell();
        List<Script> scripts = scripts();
        GivenSettings given = GivenSettings.parse(environment, command, sets);
        Path folder = home.folder(environment);
        HomeIdentity identity = HomeIdentity.in(folder);
        Console console = Console.of(environment.out(), environment.err());
        try (StopSignal stop = StopSignal.install();
                PluginJars jars = plugins.open(folder);
                ScriptTrader trader = ScriptTrader.on(environment.engines().apply(jars.in(EngineOptions.DEFAULTS)),
                        console, (name, known) -> identity.addTo(given.of(name, known), known))) {
            CurrentTrader.install(trader);
            Thread closer = closeOn(stop, trader, Thread.currentThread());
            try {
                return run(scripts, trader);
            } finally {
                closer.interrupt();
                CurrentTrader.install(null);
            }
        }
    }

    private static void checkJshell() {
        if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
            throw CommandException.failed(
                    "this Java runtime has no module jdk.jshell; run it with a whole JDK 17 or newer");
        }
    }

    /** A signal ends the script's waits; if it goes on nevertheless, the engine is closed under it. */
    private static Thread closeOn(StopSignal stop, ScriptTrader trader, Thread script) {
        Thread closer = new Thread(() -> {
            try {
                stop.await();
                trader.stop();
                if (!isExiting(script)) Thread.sleep(GRACE.toMillis());
                trader.close();
                stop.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the script has ended
            }
        }, "shell-stop");
        closer.setDaemon(true);
        closer.start();
        return closer;
    }

    /** Whether a thread waits in System.exit for the JVM to end; a signal comes on another one. */
    static boolean isExiting(Thread script) {
        return Arrays.stream(script.getStackTrace()).anyMatch(frame ->
                frame.getClassName().equals(Runtime.class.getName()) && frame.getMethodName().equals("exit"));
    }

    private int run(List<Script> scripts, ScriptTrader trader) throws IOException {
        try {
            if (address != null) trader.connect(Optional.of(address), List.of());
            if (!scripts.isEmpty()) return Jshell.run(scripts);
            environment.err().println("help() lists the verbs; /exit or Ctrl-D ends the shell");
            return Jshell.prompt(environment.in(), environment.out(), environment.err());
        } catch (ScriptException | ScriptError e) {
            throw CommandException.failed(e.getMessage());
        }
    }

    private List<Script> scripts() {
        List<Script> scripts = new ArrayList<>();
        for (String file : files) scripts.add(new Script(file.equals("-") ? "stdin" : file, read(file)));
        for (String code : codes) scripts.add(new Script("--execute", code));
        return scripts;
    }

    private String read(String file) {
        try {
            return file.equals("-") ? new String(environment.in().readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (IOException e) {
            throw CommandException.usage("cannot read " + file + ": " + e);
        }
    }
}
