package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagedListTest {

    private static Object[] page(int from) {
        return IntStream.range(from, from + PagedList.PAGE).boxed().toArray();
    }

    private final Object[] first = page(0);
    private final PagedList<Integer> list = PagedList.of(new Object[][] {first, page(PagedList.PAGE)}, 100);

    @Test
    void itHasSoManyElementsOfItsPages() {
        assertThat(list).containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> list.get(100));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> list.get(-1));
    }

    @Test
    void itCannotBeChanged() {
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.set(0, 1));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.add(1));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.remove(0));
    }

    @Test
    void tooFewPagesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PagedList.of(new Object[1][], PagedList.PAGE + 1))
                .withMessageContaining("65");
    }

    @Test
    void itIsEqualToAnyListOfTheSameElements() {
        assertThat(list).isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void aMismatchIsWhereTheObjectsAreNotTheSame() {
        Object[] second = page(PagedList.PAGE);
        second[5] = -1;
        PagedList<Integer> other = PagedList.of(new Object[][] {first, second}, 100);

        assertThat(PagedList.mismatch(list, other, 0)).isEqualTo(PagedList.PAGE + 5);
        assertThat(PagedList.mismatch(list, list, 0)).isEqualTo(100);
        assertThat(PagedList.mismatch(list, list, 200)).isEqualTo(200);
    }

    @Test
    void ofASharedPageCountsWhatBothHave() {
        PagedList<Integer> shorter = PagedList.of(new Object[][] {first}, 10);

        assertThat(PagedList.mismatch(list, shorter, 0)).isEqualTo(10);
        assertThat(PagedList.mismatch(shorter, list, 0)).isEqualTo(10);
    }

    @Test
    void otherListsAreComparedToo() {
        Object one = new Object();
        Object two = new Object();

        assertThat(PagedList.mismatch(List.of(one, two), List.of(one, one), 0)).isEqualTo(1);
        assertThat(PagedList.mismatch(List.of(one), List.of(), 0)).isZero();
    }

    @Test
    void aSnapshotTakesPagedListsAsTheyAre() {
        PagedList<Trade> trades = PagedList.of(new Object[0][], 0);

        Snapshot snapshot = new Snapshot(List.of(), List.of(), List.of(), List.of(), trades, List.of(), List.of(),
                List.of());

        assertThat(snapshot.trades()).isSameAs(trades);
    }
}
