package io.trunkline.launcher.ui.desk;

import java.util.Collection;
import java.util.Set;

/**
 * What became of some records since somebody looked last.
 *
 * @param removed the keys that are gone
 * @param newest the last state of each record that changed, in order of their first change
 */
record Changes<K, V>(Set<K> removed, Collection<V> newest) {

    boolean isEmpty() {
        return removed.isEmpty() && newest.isEmpty();
    }
}
