package io.trunkline.bench;

/** A row of the table: something that is measured for some contenders side by side. */
interface Row {

    /** Its name, without blanks. */
    String name();

    /** What is measured, for a person. */
    String title();

    /** Measures it. */
    void measure(Run run) throws Exception;
}
