package io.trunkline.engine;

/** Makes engines; the implementation that {@link MainEngine#create} finds by {@link java.util.ServiceLoader}. */
public interface EngineProvider {

    /** Makes an engine with its threads running. */
    MainEngine create(EngineOptions options);
}
