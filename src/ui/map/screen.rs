//! From Mercator coordinates to points on the panel, and back.

use eframe::egui::{Pos2, Rect, pos2};

use crate::base::LonLat;

/// Web-Mercator coordinates in 0..1, x eastward, y southward.
pub(super) type Merc = [f64; 2];

/// Points across the whole world at zoom 0.
const WORLD_POINTS: f64 = 256.0;

/// Circumference of the earth in kilometres, at the equator.
const EQUATOR_KM: f64 = 40_075.017;

/// Where the map looks, and where on the window it is drawn: an affine map, no trigonometry a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Screen {
    /// The panel.
    pub(super) rect: Rect,
    /// What is in its middle.
    pub(super) centre: Merc,
    /// Web-map zoom.
    pub(super) zoom: f64,
    /// Points across the whole world.
    pub(super) scale: f64,
}

impl Screen {
    /// Looks at `centre` with `zoom` through `rect`.
    pub(super) fn new(rect: Rect, centre: LonLat, zoom: f64) -> Self {
        Self { rect, centre: centre.mercator(), zoom, scale: WORLD_POINTS * zoom.exp2() }
    }

    /// The point of the panel where `at` is drawn.
    pub(super) fn pos(&self, at: Merc) -> Pos2 {
        let middle = self.rect.center();
        pos2(
            middle.x + ((at[0] - self.centre[0]) * self.scale) as f32,
            middle.y + ((at[1] - self.centre[1]) * self.scale) as f32,
        )
    }

    /// What is drawn at `pos`.
    pub(super) fn merc(&self, pos: Pos2) -> Merc {
        let offset = pos - self.rect.center();
        [self.centre[0] + f64::from(offset.x) / self.scale, self.centre[1] + f64::from(offset.y) / self.scale]
    }

    /// Does a box of Mercator coordinates meet the panel, give or take `margin` points?
    pub(super) fn sees(&self, (min, max): (Merc, Merc), margin: f32) -> bool {
        let (a, b) = (self.pos(min), self.pos(max));
        self.rect.expand(margin).intersects(Rect::from_min_max(a, b))
    }

    /// Kilometres a point, in the middle of the panel.
    pub(super) fn km_per_point(&self) -> f64 {
        let lat = LonLat::from_mercator(self.centre).lat.to_radians();
        EQUATOR_KM * lat.cos() / self.scale
    }
}

/// The largest zoom at which `(min, max)` fits into `rect`, and the middle of the box.
pub(super) fn fit(rect: Rect, (min, max): (Merc, Merc)) -> (LonLat, f64) {
    let across = |axis: usize, points: f32| f64::from(points.max(1.0)) / (max[axis] - min[axis]).max(1e-9);
    let scale = across(0, rect.width()).min(across(1, rect.height()));
    let middle = [f64::midpoint(min[0], max[0]), f64::midpoint(min[1], max[1])];
    (LonLat::from_mercator(middle), (scale / WORLD_POINTS).log2())
}

#[cfg(test)]
mod tests {
    use eframe::egui::vec2;

    use super::*;

    #[test]
    fn a_fitted_box_touches_the_panel_and_there_and_back_is_the_same() {
        let rect = Rect::from_min_size(pos2(10.0, 20.0), vec2(800.0, 600.0));
        let bounds = (LonLat::new(35.0, 37.0).mercator(), LonLat::new(42.0, 32.0).mercator());
        let (centre, zoom) = fit(rect, bounds);
        let screen = Screen::new(rect, centre, zoom);
        let (a, b) = (screen.pos(bounds.0), screen.pos(bounds.1));
        assert!((a.y - rect.top()).abs() < 0.1 && (b.y - rect.bottom()).abs() < 0.1);
        assert!(a.x > rect.left() && b.x < rect.right());
        let back = screen.pos(screen.merc(pos2(123.0, 456.0)));
        assert!((back - pos2(123.0, 456.0)).length() < 0.01);
        assert!(screen.sees(bounds, 0.0));
    }

    #[test]
    fn a_degree_of_latitude_is_111_km() {
        let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(100.0, 100.0));
        let screen = Screen::new(rect, LonLat::new(38.0, 35.0), 8.0);
        let points = screen.pos(LonLat::new(38.0, 34.5).mercator()).y
            - screen.pos(LonLat::new(38.0, 35.5).mercator()).y;
        assert!((f64::from(points) * screen.km_per_point() - 111.2).abs() < 0.5);
    }
}
