package io.trunkline.engine.core;

import io.trunkline.engine.model.PagedList;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A list in order of arrival. The event thread appends, replaces and removes; any thread copies it, without a lock and
 * without waiting. A copy made during a removal may still have what is being removed.
 *
 * <p>Copies share the pages. So no element in a page is ever changed: to replace one, its page is made anew. What is
 * appended stands behind all that a copy made before has.
 *
 * @param <T> what is listed
 */
final class Roll<T> {

    private static final VarHandle PAGE = MethodHandles.arrayElementVarHandle(Object[][].class);
    private static final int LEAST = 4; // elements; of the first page only: few orders have more trades

    /** Pages, and how many elements they have. Its pages are replaced by the event thread. */
    private static final class Body {
        private final Object[][] pages;
        private volatile int size; // written after the element

        private Body(Object[][] pages, int size) {
            this.pages = pages;
            this.size = size;
        }

        private Object[] page(int number) {
            return (Object[]) PAGE.getAcquire(pages, number);
        }

        private void setPage(int number, Object[] page) {
            PAGE.setRelease(pages, number, page);
        }

        /** This with room for one element more. */
        private Body withRoom() {
            int number = size / PagedList.PAGE;
            if (number == pages.length) return new Body(Arrays.copyOf(pages, number * 2), size).withRoom();
            Object[] page = pages[number];
            if (page == null) {
                setPage(number, new Object[number == 0 ? LEAST : PagedList.PAGE]);
            } else if (size % PagedList.PAGE == page.length) {
                setPage(number, Arrays.copyOf(page, page.length * 2));
            }
            return this;
        }

        private void append(Object item) {
            int at = size;
            pages[at / PagedList.PAGE][at % PagedList.PAGE] = item;
            size = at + 1;
        }
    }

    private volatile Body body = new Body(new Object[1][], 0); // replaced by the event thread

    /** Appends an item. Returns its place. */
    int add(T item) {
        Body room = body.withRoom();
        if (room != body) body = room;
        room.append(item);
        return room.size - 1;
    }

    /** Replaces the item at a place. */
    void set(int place, T item) {
        Body now = body;
        Object[] page = now.page(place / PagedList.PAGE).clone();
        page[place % PagedList.PAGE] = item;
        now.setPage(place / PagedList.PAGE, page);
    }

    /** Removes items; those behind them move to the places before theirs. */
    void removeIf(Predicate<T> gone) {
        Body kept = new Body(new Object[1][], 0);
        for (T item : copy()) {
            if (gone.test(item)) continue;
            kept = kept.withRoom();
            kept.append(item);
        }
        body = kept;
    }

    boolean isEmpty() {
        return body.size == 0;
    }

    /** What is listed now; never changes. */
    List<T> copy() {
        Body now = body;
        int count = now.size; // before the pages: these then have at least as many
        Object[][] pages = new Object[(count + PagedList.PAGE - 1) / PagedList.PAGE][];
        for (int i = 0; i < pages.length; i++) pages[i] = now.page(i);
        return PagedList.of(pages, count);
    }
}
