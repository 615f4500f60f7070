package org.precedent.web.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CsvLineTest {
    @Test
    void nothingIsEvaluatedAsAFormula() {
        assertEquals("'=1+1,'+1,'-1,'@SUM(1)\r\n", CsvLine.format(Stream.of("=1+1", "+1", "-1", "@SUM(1)")));
        assertEquals(
                "'\uff1d1,'\uff0b1,'\uff0d1,'\uff201\r\n",
                CsvLine.format(Stream.of("\uff1d1", "\uff0b1", "\uff0d1", "\uff201")));
        assertEquals("\"'\t=1\"\r\n", CsvLine.format(Stream.of("\t=1")));
    }

    @Test
    void whatSeparatesCellsSomewhereIsQuoted() {
        assertEquals(
                "\"knee;=1\",\"a,b\",\"say \"\"no\"\"\",plain\r\n",
                CsvLine.format(Stream.of("knee;=1", "a,b", "say \"no\"", "plain")));
    }
}
