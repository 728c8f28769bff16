//! Which tiles cover the panel, and where on it each belongs.

use eframe::egui::{Rect, pos2};
use walkers::TileId;

use super::super::screen::Screen;

/// Tiles are as large as this zoom at most; a nearer look stretches them.
const NEAREST: f64 = 19.0;

/// The tiles that the panel shows, the middle first.
pub(super) fn visible(screen: &Screen) -> Vec<TileId> {
    let zoom = screen.zoom.round().clamp(0.0, NEAREST) as u8;
    let side = f64::from(zoom).exp2();
    let (min, max) = (screen.merc(screen.rect.min), screen.merc(screen.rect.max));
    let span = |axis: usize| {
        let first = (min[axis] * side).floor().max(0.0) as u32;
        let end = (max[axis] * side).ceil().clamp(0.0, side) as u32;
        first..end
    };
    let mut tiles: Vec<TileId> = span(1).flat_map(|y| span(0).map(move |x| TileId { x, y, zoom })).collect();
    let from_middle = |t: &TileId| (place(screen, *t).center() - screen.rect.center()).length_sq();
    tiles.sort_by(|a, b| from_middle(a).total_cmp(&from_middle(b)));
    tiles
}

/// Where on the panel a tile is drawn.
pub(super) fn place(screen: &Screen, tile: TileId) -> Rect {
    let side = f64::from(tile.zoom).exp2();
    let corner = |x: u32, y: u32| screen.pos([f64::from(x) / side, f64::from(y) / side]);
    Rect::from_min_max(corner(tile.x, tile.y), corner(tile.x + 1, tile.y + 1))
}

/// The larger tiles that a tile is part of, the nearest first, and which part of each it is.
pub(super) fn larger(tile: TileId) -> impl Iterator<Item = (TileId, Rect)> {
    (0..tile.zoom).rev().map(move |zoom| {
        let levels = u32::from(tile.zoom - zoom);
        let parts = (levels as f32).exp2();
        let part = |n: u32| (n - ((n >> levels) << levels)) as f32;
        let min = pos2(part(tile.x) / parts, part(tile.y) / parts);
        let uv = Rect::from_min_max(min, pos2(min.x + 1.0 / parts, min.y + 1.0 / parts));
        (TileId { x: tile.x >> levels, y: tile.y >> levels, zoom }, uv)
    })
}

#[cfg(test)]
mod tests {
    use eframe::egui::vec2;

    use super::*;
    use crate::base::LonLat;

    fn screen(zoom: f64) -> Screen {
        let rect = Rect::from_min_size(pos2(100.0, 50.0), vec2(900.0, 600.0));
        Screen::new(rect, LonLat::new(36.7578, 35.1318), zoom)
    }

    #[test]
    fn tiles_lie_where_the_slippy_map_formula_puts_their_corners() {
        let screen = screen(9.4);
        let tiles = visible(&screen);
        // n = 2^9; x = (lon + 180) / 360 * n; y = (1 - asinh(tan lat) / pi) / 2 * n
        assert_eq!(tiles[0], TileId { x: 308, y: 202, zoom: 9 });
        for tile in &tiles {
            let n = 512.0;
            let lon = f64::from(tile.x) / n * 360.0 - 180.0;
            let lat = (std::f64::consts::PI * (1.0 - 2.0 * f64::from(tile.y) / n)).sinh().atan().to_degrees();
            let own = screen.pos(LonLat::new(lon, lat).mercator());
            assert!((own - place(&screen, *tile).min).length() < 0.05, "{tile:?}");
        }
        let covered = tiles.iter().map(|t| place(&screen, *t)).reduce(Rect::union).expect("some tiles");
        assert!(covered.contains_rect(screen.rect));
    }

    #[test]
    fn the_far_ends_of_the_world_have_no_tiles_beyond_them() {
        let world = visible(&screen(0.2));
        assert_eq!(world, [TileId { x: 0, y: 0, zoom: 0 }]);
        assert!(visible(&screen(4.0)).iter().all(|t| t.x < 16 && t.y < 16));
    }

    #[test]
    fn a_tile_is_its_part_of_the_larger_ones() {
        let tile = TileId { x: 307, y: 202, zoom: 9 };
        let screen = screen(9.0);
        let own = place(&screen, tile);
        for (above, uv) in larger(tile).take(4) {
            let whole = place(&screen, above);
            let part = whole.lerp_inside(uv.min.to_vec2());
            assert!((part - own.min).length() < 0.1, "{above:?}");
        }
        assert_eq!(larger(tile).count(), 9);
    }
}
