package io.trunkline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.GatewayProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CatalogTest {

    @TempDir
    private Path folder;

    private static Catalog<GatewayProvider> catalog(GatewayProvider... found) {
        return new Catalog<>("gateway", GatewayProvider::type, () -> List.of(List.of(found).iterator()));
    }

    @Test
    void leavesOutWhatCannotBeLoadedAndKeepsTheRest() throws IOException {
        ClassLoader loader = new PluginLoader(GatewayProvider.class, folder.resolve("services"), List.of(
                PluginProviders.Throwing.class.getName(), "no.such.Provider", PluginProviders.Good.class.getName(),
                PluginProviders.Linking.class.getName(), PluginProviders.Nameless.class.getName(), "java.lang.String",
                PluginProviders.SecondGood.class.getName(), PluginProviders.Last.class.getName()));
        try (MainEngine engine = MainEngine.create(EngineOptions.DEFAULTS.withPlugins(loader))) {
            List<GatewayProvider> types = engine.gatewayTypes();

            assertThat(types).extracting(GatewayProvider::type).isSorted().contains("GOOD", "LAST", "SIM")
                    .doesNotContain("THROWING", "LINKING", "not a name").doesNotHaveDuplicates();
            assertThat(types).extracting(type -> type.getClass().getSimpleName())
                    .contains("Good").doesNotContain("SecondGood");
        }
    }

    @Test
    void bearsAServicesFileThatCannotBeRead() throws IOException {
        ClassLoader loader =
                new PluginLoader(GatewayProvider.class, folder.resolve("services"), List.of("not a class name"));
        try (MainEngine engine = MainEngine.create(EngineOptions.DEFAULTS.withPlugins(loader))) {
            assertThat(engine.gatewayTypes()).extracting(GatewayProvider::type).containsExactly("SIM");
        }
    }

    @Test
    void looksForProvidersOnlyWhenAskedAndOnlyOnce() {
        AtomicInteger looked = new AtomicInteger();
        Catalog<GatewayProvider> catalog = new Catalog<>("gateway", GatewayProvider::type, () -> {
            looked.incrementAndGet();
            return List.of();
        });
        catalog.add(FakeGateway.local("A"));
        assertThat(looked).hasValue(0);

        catalog.all();
        catalog.get("A");

        assertThat(looked).hasValue(1);
    }

    @Test
    void endsThoughASourceDoesNothingButThrow() {
        Iterator<GatewayProvider> broken = new Iterator<>() {
            @Override
            public boolean hasNext() {
                throw new ServiceConfigurationError("on purpose");
            }

            @Override
            public GatewayProvider next() {
                throw new AssertionError();
            }
        };
        Catalog<GatewayProvider> catalog = new Catalog<>("gateway", GatewayProvider::type,
                () -> List.of(broken, List.<GatewayProvider>of(FakeGateway.local("A")).iterator()));

        assertThat(catalog.all()).hasSize(1);
    }

    @Test
    void keepsTheFirstOfTwoWithOneType() {
        GatewayProvider added = FakeGateway.local("A");
        Catalog<GatewayProvider> catalog = catalog(FakeGateway.remote("A"), FakeGateway.local("B"));

        catalog.add(added);

        assertThat(catalog.get("A")).isSameAs(added);
        assertThat(catalog.all()).extracting(GatewayProvider::type).containsExactly("A", "B");
    }

    @Test
    void listsTheKnownTypesAndTheOneMeant() {
        Catalog<GatewayProvider> catalog = catalog(FakeGateway.local("SIM"), FakeGateway.local("CTP"));

        assertThatThrownBy(() -> catalog.get("SIN")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no gateway type is called 'SIN'; did you mean SIM? There is CTP, SIM");
    }
}
