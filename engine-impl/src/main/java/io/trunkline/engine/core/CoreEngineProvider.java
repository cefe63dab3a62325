package io.trunkline.engine.core;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.EngineProvider;
import io.trunkline.engine.MainEngine;

/** The provider that {@link MainEngine#create()} finds. */
public final class CoreEngineProvider implements EngineProvider {

    @Override
    public MainEngine create(EngineOptions options) {
        return CoreMainEngine.start(options);
    }
}
