package io.trunkline.launcher.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start another JVM that runs what this one runs. */
final class JavaCommand {

    private JavaCommand() {}

    /** The command line: this JVM's executable, its class or module path, a main class and arguments. */
    static List<String> of(Class<?> mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
        Module module = mainClass.getModule();
        if (module.isNamed()) {
            String path = System.getProperty("jdk.module.path");
            if (path != null) command.addAll(List.of("--module-path", path));
            command.addAll(List.of("--module", module.getName() + "/" + mainClass.getName()));
        } else {
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass.getName()));
        }
        command.addAll(arguments);
        return command;
    }
}
