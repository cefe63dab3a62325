package io.trunkline.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class BooksSignTest {

    private static final String GREEN = "\u001B[1m\u001B[32m";
    private static final String RED = "\u001B[1m\u001B[31m";

    @Test
    void saysInWordsHowTheBooksCompare() {
        assertThat(new BooksSign("equal").text(Ansi.OFF)).isEqualTo("books equal");
        assertThat(new BooksSign("differ: orders, trades").text(Ansi.OFF)).isEqualTo("BOOKS DIFFER: orders, trades");
        assertThat(new BooksSign("not compared yet").text(Ansi.OFF)).isEqualTo("books not compared yet");
        assertThat(new BooksSign("").word()).isEqualTo("unknown");
        assertThat(new BooksSign("differ: orders").word()).isEqualTo("differ");
    }

    @Test
    void isGreenOrRedOnATerminal() {
        assertThat(new BooksSign("equal").text(Ansi.ON)).startsWith(GREEN).contains("books equal").endsWith("m");
        assertThat(new BooksSign("differ: quotes").text(Ansi.ON)).startsWith(RED).contains("BOOKS DIFFER: quotes");
        assertThat(new BooksSign("").text(Ansi.ON)).isEqualTo("books not compared yet");
    }
}
