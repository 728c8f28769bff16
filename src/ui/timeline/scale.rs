//! Days of the common era ⇄ points of the screen, mirrored where reading is.

use eframe::egui::{Rect, pos2};

/// The narrowest and the widest window, in days.
const FEWEST: f32 = 3.0;
const MOST: f32 = 36_525.0;

/// The days from `first` to `last`, both whole, over the width of a rectangle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    rect: Rect,
    first: i32,
    last: i32,
    rtl: bool,
}

impl Scale {
    pub(super) fn new(rect: Rect, (first, last): (i32, i32), rtl: bool) -> Self {
        Self { rect, first, last: last.max(first), rtl }
    }

    /// First and last day.
    pub(super) fn days(&self) -> (i32, i32) {
        (self.first, self.last)
    }

    /// Points from end to end.
    pub(super) fn rect_width(&self) -> f32 {
        self.rect.width()
    }

    /// Points a day is wide.
    pub(super) fn day_width(&self) -> f32 {
        self.rect.width() / (self.last - self.first + 1) as f32
    }

    /// Where `day`, counted with fractions, begins.
    pub(super) fn x(&self, day: f32) -> f32 {
        let along = (day - self.first as f32) * self.day_width();
        if self.rtl { self.rect.right() - along } else { self.rect.left() + along }
    }

    /// The column of `day` with the height of `rect`.
    pub(super) fn day_rect(&self, day: i32, rect: Rect) -> Rect {
        self.span_rect(day, day, rect)
    }

    /// The columns of the days `from` to `to`.
    pub(super) fn span_rect(&self, from: i32, to: i32, rect: Rect) -> Rect {
        let (a, b) = (self.x(from as f32), self.x(to as f32 + 1.0));
        Rect::from_min_max(pos2(a.min(b), rect.top()), pos2(a.max(b), rect.bottom()))
    }

    /// The day under `x`.
    pub(super) fn day_at(&self, x: f32) -> i32 {
        self.first + (self.along(x) / self.day_width()).floor() as i32
    }

    /// Whole days from one place to another.
    pub(super) fn days_between(&self, from: f32, to: f32) -> i32 {
        ((self.along(to) - self.along(from)) / self.day_width()).round() as i32
    }

    fn along(&self, x: f32) -> f32 {
        if self.rtl { self.rect.right() - x } else { x - self.rect.left() }
    }

    /// The window `factor` times as long with the day under `x` where it was.
    pub(super) fn zoomed(&self, x: f32, factor: f32) -> (i32, i32) {
        let n = (self.last - self.first + 1) as f32;
        let wanted = n * factor;
        let wanted = if factor > 1.0 { wanted.max(n + 1.0) } else { wanted.min(n - 1.0) };
        let wanted = wanted.clamp(FEWEST, MOST).round();
        let share = (self.along(x) / self.rect.width()).clamp(0.0, 1.0);
        let first = self.first + (share * (n - wanted)).round() as i32;
        (first, first + wanted as i32 - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(rtl: bool) -> Scale {
        Scale::new(Rect::from_min_max(pos2(100.0, 0.0), pos2(200.0, 10.0)), (10, 19), rtl)
    }

    #[test]
    fn days_and_points_invert_each_other_both_ways() {
        for rtl in [false, true] {
            for day in 10..=19 {
                assert_eq!(scale(rtl).day_at(scale(rtl).x(day as f32 + 0.5)), day);
            }
        }
        assert_eq!(scale(false).day_at(101.0), 10);
        assert_eq!(scale(true).day_at(101.0), 19);
    }

    #[test]
    fn zoom_keeps_the_day_under_the_pointer_and_always_moves() {
        assert_eq!(scale(false).zoomed(100.0, 0.85), (10, 18));
        assert_eq!(scale(false).zoomed(200.0, 0.85), (11, 19));
        assert_eq!(scale(false).zoomed(150.0, 1.0 / 0.85), (9, 20));
        assert_eq!(Scale::new(scale(false).rect, (1, 3), false).zoomed(150.0, 0.5), (1, 3));
    }
}
