package org.precedent.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.OGNLVariableExpressionEvaluator;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Compares direct calls of accessors with the evaluator that interprets every expression. */
class AccessorPathsTest {
    private final TemplateEngine called = engine();
    private final TemplateEngine interpreted = engine();
    private final Map<String, Object> model = new HashMap<>(Map.of(
            "o",
            new Outer(
                    new Inner("a & b"),
                    List.of(new Inner("x"), new Inner("y")),
                    Optional.empty(),
                    true,
                    7,
                    null,
                    State.NEW),
            "word",
            "w",
            "one",
            List.of("1"),
            "map",
            Map.of("key", "value")));

    AccessorPathsTest() {
        var dialect = new StandardDialect();
        dialect.setVariableExpressionEvaluator(new AccessorPaths(new OGNLVariableExpressionEvaluator(true)));
        called.setDialect(dialect);
    }

    /** A record with a component of each type. */
    public record Outer(
            Inner inner,
            List<Inner> inners,
            Optional<Inner> perhaps,
            boolean flag,
            int number,
            @Nullable String missing,
            State state) {}

    /** A record with a method that takes a parameter. */
    public record Inner(String name) {
        public String greeting(String word) {
            return word + " " + name;
        }
    }

    /** An enum whose constant has a class body. */
    public enum State {
        NEW {
            @Override
            public String says() {
                return "<new>";
            }
        };

        public abstract String says();
    }

    private static TemplateEngine engine() {
        var engine = new TemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        return engine;
    }

    private String render(TemplateEngine engine, String template) {
        return engine.process(template, new Context(Locale.US, model));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:text='${word}'/>",
                "<p th:text='${o.inner().name()}'/>",
                "<p th:text='${o.inner().name().length()}'/>",
                "<p th:text='${o.number()}'/>",
                "<p th:text='${o.missing()}'/>",
                "<p th:text='${absent}'/>",
                "<p th:text='${o.state().says()}'/>",
                "<p th:text='${o.state().name()}'/>",
                "<p th:text='${o.inners().size()}'/>",
                "<p th:text='${one.getFirst()}'/>",
                "<p th:if='${o.flag()}'>yes</p>",
                "<p th:unless='${o.perhaps().isPresent()}'>no</p>",
                "<p th:each='i, n : ${o.inners()}' th:title='${n.count}' th:text='${i.name()}'/>",
                "<p th:text='${o.flag() and o.inners().isEmpty()}'/>",
                "<p th:text='${o.inner().greeting(\"hi\")}'/>",
                "<p th:text='${map.key}'/>",
                "<p th:text='${map.size()}'/>",
                "<p th:text='${true}'/>",
                "<p th:text='|${word}: ${o.inner().name()}|'/>",
                "<p th:utext='${o.inner().name()}'/>",
                "<a th:href='${o.inner().name()}' th:attr='title=${o.number()}'>x</a>",
                "<p th:text='${o.getClass()}'/>",
                "<p th:object='${o}' th:text='*{number()}'/>"
            })
    void sayWhatTheInterpreterSays(String template) {
        var expected = render(interpreted, template);
        for (int time = 0; time < 3; time++) {
            assertEquals(expected, render(called, template), template);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:text='${o.nothing()}'/>",
                "<p th:text='${o.missing().length()}'/>",
                "<p th:text='${o.perhaps().get().name()}'/>",
                "<p th:text='${o.inner().greeting()}'/>",
                "<p th:text='${one.getClass().getClassLoader()}'/>"
            })
    void failWhereTheInterpreterFails(String template) {
        assertThrows(TemplateProcessingException.class, () -> render(interpreted, template));
        assertThrows(TemplateProcessingException.class, () -> render(called, template));
    }

    @Test
    void seeEachClassAtTheSamePlace() {
        var template = "<p th:each='v : ${values}' th:text='${v.toString()}'/>";
        model.put("values", List.of("s", 1, new Inner("i"), List.of(), Optional.of(2), State.NEW));
        assertEquals(render(interpreted, template), render(called, template));
    }
}
