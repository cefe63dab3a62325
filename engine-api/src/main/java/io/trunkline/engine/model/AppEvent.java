package io.trunkline.engine.model;

/**
 * An event of an app's own kind. Implementations are immutable. It reaches remote clients if its app registered a codec
 * for the kind, and then from server to clients only.
 */
public non-sealed interface AppEvent extends Event {

    /** The kind's name, unique among apps, such as {@code alarm.Raised}. */
    String kind();

    @Override
    default Object key() {
        return kind();
    }
}
