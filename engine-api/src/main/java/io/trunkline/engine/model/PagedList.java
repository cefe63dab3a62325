package io.trunkline.engine.model;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * An immutable list in pages of {@value #PAGE} elements. Lists that follow one another, such as the orders of two
 * snapshots, share the pages in which nothing changed: making and comparing them costs what changed, not what there is,
 * and no list takes one large piece of memory.
 *
 * @param <E> the kind of element; none is null
 */
public final class PagedList<E> extends AbstractList<E> implements RandomAccess {

    /** How many elements a page has; the last one may have fewer, and be longer than it has. */
    public static final int PAGE = 64;

    private static final int SHIFT = Integer.numberOfTrailingZeros(PAGE);
    private static final int MASK = PAGE - 1;

    private final Object[][] pages;
    private final int size;

    private PagedList(Object[][] pages, int size) {
        this.pages = pages;
        this.size = size;
    }

    /**
     * A list of what stands in some pages, which are taken as they are: whoever made them must not change any of its
     * elements afterwards. What is behind them may change.
     *
     * @param size how many elements the list has
     * @throws IllegalArgumentException if there are too few pages for them
     */
    public static <E> PagedList<E> of(Object[][] pages, int size) {
        if (pages.length << SHIFT < size) {
            throw new IllegalArgumentException(size + " elements in " + pages.length + " pages");
        }
        return new PagedList<>(pages, size);
    }

    /** An immutable list of the same elements: the list itself if it is one of these. */
    static <E> List<E> copyOf(List<E> list) {
        return list instanceof PagedList ? list : List.copyOf(list);
    }

    /**
     * The first place at which two lists do not hold the same object, or only one holds any.
     *
     * @param from where to begin to look
     * @return the size of the longer one, or {@code from} if that is more, if there is no such place
     */
    public static int mismatch(List<?> one, List<?> two, int from) {
        int common = Math.min(one.size(), two.size());
        PagedList<?> paged = one instanceof PagedList<?> list ? list : null;
        PagedList<?> other = two instanceof PagedList<?> list ? list : null;
        int at = from;
        while (at < common) {
            if (paged != null && other != null && paged.pages[at >> SHIFT] == other.pages[at >> SHIFT]) {
                at = Math.min(common, (at | MASK) + 1);
            } else if (one.get(at) != two.get(at)) {
                return at;
            } else {
                at++;
            }
        }
        return at;
    }

    @Override
    @SuppressWarnings("unchecked")
    public E get(int index) {
        Objects.checkIndex(index, size);
        return (E) pages[index >> SHIFT][index & MASK];
    }

    @Override
    public int size() {
        return size;
    }
}
