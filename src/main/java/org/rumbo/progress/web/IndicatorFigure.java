package org.rumbo.progress.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rumbo.progress.IndicatorView;

/**
 * Where an indicator's counts stand in its small picture: from left to right the days, from bottom to top the numbers.
 *
 * @param line the counts, from the baseline on, as a path goes through them
 * @param aim from the last count to the target
 */
record IndicatorFigure(List<Point> points, String line, String aim, Point target) {
    static final int WIDTH = 320;
    static final int HEIGHT = 96;
    private static final int EDGE = 8;

    /** One count in the picture. */
    record Point(double x, double y) {
        @Override
        public String toString() {
            return x + "," + y;
        }
    }

    private record Count(LocalDate on, BigDecimal amount) {}

    static IndicatorFigure of(IndicatorView indicator) {
        var counts = new ArrayList<Count>();
        counts.add(new Count(indicator.baselineOn(), indicator.baseline()));
        indicator.values().forEach(value -> counts.add(new Count(value.on(), value.amount())));
        var all = new ArrayList<>(counts);
        all.add(new Count(indicator.targetOn(), indicator.target()));
        var points = all.stream().map(count -> point(count, all)).toList();
        var counted = points.subList(0, counts.size());
        var target = points.get(points.size() - 1);
        return new IndicatorFigure(
                counted,
                counted.stream().map(Point::toString).collect(Collectors.joining(" ")),
                counted.get(counted.size() - 1) + " " + target,
                target);
    }

    private static Point point(Count count, List<Count> all) {
        var first = all.stream().mapToLong(each -> each.on().toEpochDay()).min().orElseThrow();
        var last = all.stream().mapToLong(each -> each.on().toEpochDay()).max().orElseThrow();
        var least = all.stream().map(Count::amount).min(BigDecimal::compareTo).orElseThrow();
        var most = all.stream().map(Count::amount).max(BigDecimal::compareTo).orElseThrow();
        var right = (double) (count.on().toEpochDay() - first) / Math.max(1, last - first);
        var up = count.amount()
                .subtract(least)
                .divide(most.subtract(least).max(BigDecimal.ONE.movePointLeft(9)), MathContext.DECIMAL32)
                .doubleValue();
        return new Point(tenth(EDGE + right * (WIDTH - 2 * EDGE)), tenth(HEIGHT - EDGE - up * (HEIGHT - 2 * EDGE)));
    }

    private static double tenth(double place) {
        return BigDecimal.valueOf(place).setScale(1, RoundingMode.HALF_UP).doubleValue();
    }
}
