package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/** Two types of apps as another team would write them: one whose commands can be used, and one that throws. */
final class GreetingJar {

    private static final String PROVIDER = """
            package greeting;
            import io.trunkline.engine.App;
            import io.trunkline.engine.AppProvider;
            import io.trunkline.engine.MainEngine;
            import io.trunkline.engine.plugin.*;
            import java.util.List;
            public class %s implements AppProvider {
                @Override public String type() { return "Greeting"; }
                @Override public String description() { return "made in a test"; }
                @Override public List<SettingDescriptor> settings() { return List.of(); }
                @Override public App create(MainEngine engine) { throw new UnsupportedOperationException(); }
                @Override public List<Command> commands() { %s }
            }
            """;
    private static final String COMMANDS = """
            List<SettingDescriptor> parameters = List.of(
                SettingDescriptor.of("who", SettingType.TEXT, "", "Who is greeted, 100% surely."),
                SettingDescriptor.of("times", SettingType.INTEGER, "1", "How often."),
                SettingDescriptor.of("loud", SettingType.FLAG, "false", "Whether to shout."),
                SettingDescriptor.choice("in", List.of("english", "latin"), "The language."));
            Verb say = new Verb("say", "Say hello.", parameters, (texts, home, user) -> List.of(
                texts.asTexts() + " at " + home, "two\\nlines"));
            List<SettingDescriptor> secret = List.of(
                SettingDescriptor.of("who", SettingType.TEXT, "", "Who opens."),
                SettingDescriptor.of("word", SettingType.SECRET, "", "The word."));
            Verb open = new Verb("open", "Open a cave.", secret, (texts, home, user) -> {
                user.accept(texts.text("who") + " says " + texts.text("word"));
                if (texts.text("word").equals("please")) throw new java.io.IOException("it stays shut; say the word");
                return List.of("open");
            });
            Verb fail = new Verb("fail", "Fail.", List.of(), (texts, home, user) -> {
                throw new java.io.IOException("the sun is down; come back tomorrow");
            });
            return List.of(new Command("server", "Not the server.", List.of(fail)),
                new Command("greet", "Greet somebody.", List.of(say, fail, open)));
            """;

    private GreetingJar() {}

    /** Compiles them in a folder, and answers a loader that finds them and all that is ours. */
    static URLClassLoader in(Path folder) throws IOException {
        Path good = Files.writeString(folder.resolve("Good.java"), PROVIDER.formatted("Good", COMMANDS));
        Path bad = Files.writeString(folder.resolve("Bad.java"),
                PROVIDER.formatted("Bad", "throw new IllegalStateException(\"on purpose\");"));
        ToolProvider compiler = ToolProvider.findFirst("javac").orElseThrow();
        assertThat(compiler.run(System.out, System.err, "-proc:none", "-cp",
                Path.of("..", "engine-api", "target", "classes").toString(), "-d", folder.toString(),
                good.toString(), bad.toString())).isZero();
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve("io.trunkline.engine.AppProvider"),
                "greeting.Missing\ngreeting.Bad\ngreeting.Good\n");
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, GreetingJar.class.getClassLoader());
    }
}
