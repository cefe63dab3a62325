package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of who may depend on whom, read off the compiled modules. */
class ModulesTest {

    private static final Set<String> OURS =
            Set.of("engine-api", "engine-impl", "rmi-service", "rmi-gateway", "launcher");

    @Test
    void theApiNeedsNothingButTheBase() {
        assertThat(requires("engine-api")).containsExactly("java.base");
    }

    @Test
    void theLauncherKnowsNoImplementation() {
        assertThat(requires("launcher")).filteredOn(name -> name.startsWith("io.trunkline"))
                .containsExactly("io.trunkline.engine.api");
    }

    @Test
    void theEngineAndTheServiceKnowNothingOfEachOther() {
        assertThat(requires("engine-impl")).filteredOn(name -> name.startsWith("io.trunkline"))
                .containsExactly("io.trunkline.engine.api");
        assertThat(requires("rmi-service")).filteredOn(name -> name.startsWith("io.trunkline"))
                .containsExactly("io.trunkline.engine.api");
    }

    @Test
    void onlyTheContractsAreExported() {
        Map<String, Set<String>> exports = new TreeMap<>();
        for (String module : OURS) {
            exports.put(module, descriptor(module).exports().stream().map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toCollection(TreeSet::new)));
        }

        assertThat(exports.get("engine-api")).hasSize(5);
        assertThat(exports.get("engine-impl")).isEmpty();
        assertThat(exports.get("rmi-service")).containsExactly("io.trunkline.rmi.wire");
        assertThat(exports.get("rmi-gateway")).isEmpty();
        assertThat(exports.get("launcher")).containsExactly("io.trunkline.launcher.shell");
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine-api", "engine-impl", "rmi-service", "rmi-gateway", "launcher"})
    void providersAreTheSameOnTheClassPathAndOnTheModulePath(String module) throws IOException {
        Map<String, Set<String>> provided = new TreeMap<>();
        descriptor(module).provides().forEach(each -> provided.put(each.service(), new TreeSet<>(each.providers())));

        assertThat(services(module)).isEqualTo(provided);
    }

    private static Set<String> requires(String module) {
        return descriptor(module).requires().stream().map(ModuleDescriptor.Requires::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ModuleDescriptor descriptor(String module) {
        return reference(module).descriptor();
    }

    private static ModuleReference reference(String module) {
        return ModuleFinder.of(Path.of("..", module, "target", "classes")).findAll().iterator().next();
    }

    private static Map<String, Set<String>> services(String module) throws IOException {
        Map<String, Set<String>> services = new TreeMap<>();
        String folder = "META-INF/services/";
        try (ModuleReader reader = reference(module).open()) {
            for (String file : reader.list().filter(name -> name.startsWith(folder) && !name.endsWith("/")).toList()) {
                byte[] bytes = reader.open(file).orElseThrow().readAllBytes();
                services.put(file.substring(folder.length()), new String(bytes, StandardCharsets.UTF_8).lines()
                        .filter(line -> !line.isBlank()).collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return services;
    }
}
