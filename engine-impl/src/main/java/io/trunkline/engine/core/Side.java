package io.trunkline.engine.core;

/** What is held of an instrument on one side, by day, and how much of it active closing orders bind. */
final class Side {

    double volume;
    double yesterday;
    double today;
    double yesterdayFrozen;
    double todayFrozen;

    /** Takes over what the gateway reports. What is frozen stays as it is until the next order or trade. */
    void report(double total, double fromYesterday) {
        volume = total;
        yesterday = fromYesterday;
        today = total - fromYesterday;
    }

    void open(double lots) {
        today += lots;
    }

    void closeToday(double lots) {
        today -= lots;
    }

    void closeYesterday(double lots) {
        yesterday -= lots;
    }

    /** Closes today's lots, and yesterday's with what is left over. */
    void closeTodayFirst(double lots) {
        today -= lots;
        if (today < 0) {
            yesterday += today;
            today = 0;
        }
    }

    void total() {
        volume = today + yesterday;
    }

    void thaw() {
        todayFrozen = 0;
        yesterdayFrozen = 0;
    }

    void freezeToday(double lots) {
        todayFrozen += lots;
    }

    void freezeYesterday(double lots) {
        yesterdayFrozen += lots;
    }

    /** Freezes today's lots, and yesterday's with what is left over. */
    void freezeTodayFirst(double lots) {
        todayFrozen += lots;
        if (todayFrozen > today) {
            yesterdayFrozen += todayFrozen - today;
            todayFrozen = today;
        }
    }

    /** Lets no more be frozen than is held. */
    void capFrozen() {
        todayFrozen = Math.min(todayFrozen, today);
        yesterdayFrozen = Math.min(yesterdayFrozen, yesterday);
    }

    double frozen() {
        return todayFrozen + yesterdayFrozen;
    }

    // A report may set the holding below what is frozen; nothing is available then, and never less than nothing.

    double available() {
        return Math.max(0, volume - frozen());
    }

    double todayAvailable() {
        return Math.max(0, today - todayFrozen);
    }

    double yesterdayAvailable() {
        return Math.max(0, yesterday - yesterdayFrozen);
    }
}
