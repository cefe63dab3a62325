package io.trunkline.launcher;

import io.trunkline.engine.AppProvider;
import io.trunkline.engine.gateway.GatewayProvider;
import java.util.Locale;
import java.util.function.Function;

/** The kinds of plug-ins that a jar can bring. */
enum PluginKind {
    GATEWAY(GatewayProvider.class, provider -> ((GatewayProvider) provider).type()),
    APP(AppProvider.class, provider -> ((AppProvider) provider).type());

    private final Class<?> provider;
    private final Function<Object, String> type;

    PluginKind(Class<?> provider, Function<Object, String> type) {
        this.provider = provider;
        this.type = type;
    }

    /** The file of a jar that names its providers. */
    String services() {
        return "META-INF/services/" + provider.getName();
    }

    /** The name of the type that a provider of a class makes; throws whatever the plug-in's code throws. */
    String type(Class<?> implementation) throws ReflectiveOperationException {
        if (!provider.isAssignableFrom(implementation)) {
            throw new ClassCastException(implementation.getName() + " is no " + provider.getSimpleName());
        }
        return type.apply(implementation.getConstructor().newInstance());
    }

    /** The word for it: {@code gateway}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
