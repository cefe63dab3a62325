package io.trunkline.engine.core;

import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.plugin.SettingDescriptor;
import java.util.List;
import java.util.Set;

/** Good and bad providers, to be loaded through a {@link PluginLoader} as if they came from a plug-in's jar. */
final class PluginProviders {

    private PluginProviders() {}

    private abstract static class Base implements GatewayProvider {

        @Override
        public String description() {
            return "a plug-in";
        }

        @Override
        public List<SettingDescriptor> settings() {
            return List.of();
        }

        @Override
        public Set<Exchange> exchanges() {
            return Set.of();
        }

        @Override
        public Gateway create(GatewayContext context) {
            throw new UnsupportedOperationException();
        }
    }

    public static final class Good extends Base {

        public Good() {}

        @Override
        public String type() {
            return "GOOD";
        }
    }

    public static final class SecondGood extends Base {

        public SecondGood() {}

        @Override
        public String type() {
            return "GOOD";
        }
    }

    public static final class Last extends Base {

        public Last() {}

        @Override
        public String type() {
            return "LAST";
        }
    }

    public static final class Throwing extends Base {

        public Throwing() {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public String type() {
            return "THROWING";
        }
    }

    public static final class Linking extends Base {

        public Linking() {
            throw new NoClassDefFoundError("on purpose");
        }

        @Override
        public String type() {
            return "LINKING";
        }
    }

    public static final class Nameless extends Base {

        public Nameless() {}

        @Override
        public String type() {
            return "not a name";
        }
    }
}
