package io.trunkline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static List<Schedule.Step> steps(long seed, int count) {
        Schedule schedule = new Schedule(seed, 3);
        List<Schedule.Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) steps.add(schedule.next());
        return steps;
    }

    @Test
    void isAFunctionOfTheSeed() {
        assertThat(steps(7, 200)).isEqualTo(steps(7, 200)).isNotEqualTo(steps(8, 200));
    }

    @Test
    void hasEveryKindBeforeAnyComesTwiceAndNeverTwoOfOnePlaceAtOnce() {
        Set<FaultKind> kinds = EnumSet.noneOf(FaultKind.class);
        for (Schedule.Step step : steps(1, FaultKind.values().length)) kinds.add(step.faults().get(0).kind());

        assertThat(kinds).hasSize(FaultKind.values().length);
        assertThat(steps(1, 500)).filteredOn(step -> step.faults().size() == 2).isNotEmpty().allSatisfy(step -> {
            Fault first = step.faults().get(0);
            Fault second = step.faults().get(1);
            boolean areLinks = first.kind().isOfLink() && second.kind().isOfLink();
            assertThat(areLinks && first.isUpstream() == second.isUpstream()).as("%s", step).isFalse();
            assertThat(first.kind().isOfRelay() && second.kind().isOfRelay()).as("%s", step).isFalse();
        });
    }
}
